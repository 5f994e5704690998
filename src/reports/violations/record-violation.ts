import { storeViolation, type Finding } from '@/audit/violations/store-violation';
import { notify } from '@/notifications/notify';
import { notifyAdministrators } from '@/notifications/notify-administrators';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/**
 * Records a violation of the rules of access: once in an hour for each kind, actor and patient. Its patient and the
 * administrators are notified of the first one of a kind by one actor in a day (UTC); the access log and the
 * administrators' page have all of them. The worker reports it on the chain (see registry/trail/report-violations.ts).
 */
export async function recordViolation(tx: Transaction, found: Finding): Promise<void> {
  if (!(await storeViolation(tx, found))) return;
  const { kind, actorId, patientId, reportId } = found;
  const day = (await databaseNow(tx)).toISOString().slice(0, 10);
  const name = `${kind}:${actorId}:${day}`;
  if (patientId !== null) {
    await notify(tx, {
      ...{ accountId: patientId, kind: 'violation-found', refId: reportId ?? undefined },
      once: `violation-found:${name}`,
    });
  }
  const once = `violation-recorded:${name}`;
  await notifyAdministrators(tx, { kind: 'violation-recorded', once }, [actorId]);
}
