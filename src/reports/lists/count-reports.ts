import type { Actor } from '@/accounts/sessions/actor';
import { ReportState } from '@/generated/prisma/enums';
import { readShared } from '@/platform/database/shared-count';
import { AppError } from '@/platform/errors';

/** How many reports are in each state as pages show it, for an administrator: numbers only. */
export async function countReports(actor: Actor): Promise<Record<ReportState, number>> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const counts = await readShared('report:');
  const rows = Object.values(ReportState).map((state) => [state, counts.get(state) ?? 0]);
  // Every state of the enum has its row.
  return Object.fromEntries(rows) as Record<ReportState, number>;
}
