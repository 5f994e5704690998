import type { Transaction } from '@/platform/database/database';
import { hasCallsLeft } from '@/platform/http/call-windows';
import { recordViolation } from './record-violation';
import { PATIENTS_READ } from './violation-caps';

/**
 * Counts the patients whose reports a doctor reads in an hour. Each one beyond the cap is told: reading is not refused,
 * because there are busy hours, and somebody may be in need.
 */
export async function countReadPatient(
  tx: Transaction,
  doctorId: string,
  { id, patientId }: { id: string; patientId: string | null },
): Promise<void> {
  if (patientId === null) return;
  const once = { calls: 1, minutes: PATIENTS_READ.minutes };
  if (!(await hasCallsLeft(tx, `reads of ${patientId}`, doctorId, once))) return;
  if (await hasCallsLeft(tx, 'patients read', doctorId, PATIENTS_READ)) return;
  await recordViolation(tx, {
    ...{ kind: 'MANY_PATIENTS', actorKind: 'ACCOUNT', actorId: doctorId },
    ...{ patientId, reportId: id },
  });
}
