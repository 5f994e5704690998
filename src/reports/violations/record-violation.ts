import { storeViolation, type Finding } from '@/audit/violations/store-violation';
import { notify } from '@/notifications/notify';
import { notifyAdministrators } from '@/notifications/notify-administrators';
import type { Transaction } from '@/platform/database/database';

/**
 * Records a violation of the rules of access, and notifies its patient and the administrators of it: once in an hour for
 * each kind, actor and patient. The worker reports it on the chain (see registry/trail/report-violations.ts).
 */
export async function recordViolation(tx: Transaction, found: Finding): Promise<void> {
  if (!(await storeViolation(tx, found))) return;
  const { actorId, patientId, reportId } = found;
  if (patientId !== null) {
    await notify(tx, {
      ...{ accountId: patientId, kind: 'violation-found', refId: reportId ?? undefined },
    });
  }
  await notifyAdministrators(tx, { kind: 'violation-recorded' }, [actorId]);
}
