import type { Actor } from '@/accounts/sessions/actor';
import type { DataAction } from '@/audit/policy/data-action';
import { isAppError } from '@/platform/errors';
import { recordExportRefusal } from '@/reports/violations/record-export-refusal';
import { recordRefusal } from '@/reports/violations/record-refusal';

/**
 * Records that an account was refused something about a report, or a copy of records, of another person: those that are named
 * in the address of a route.
 * @param error why the route did not answer; only what is not theirs, or not for their role, counts
 * @param action what the route does, if that is not what its method says
 */
export async function noteRefusal(
  actor: Actor,
  method: string,
  { reportId, exportId }: Record<string, string>,
  error: unknown,
  action: DataAction = actionOf(method),
): Promise<void> {
  if (!isAppError(error, 'not-found', 'forbidden')) return;
  if (reportId !== undefined) await recordRefusal(actor, reportId, action);
  if (exportId !== undefined) await recordExportRefusal(actor, exportId);
}

function actionOf(method: string): DataAction {
  if (method === 'GET' || method === 'HEAD') return 'read';
  return method === 'DELETE' ? 'delete' : 'write';
}
