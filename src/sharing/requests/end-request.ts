import type { Actor } from '@/accounts/sessions/actor';
import { notify } from '@/notifications/notify';
import { inTransaction } from '@/platform/database/database';
import { requireDoctor } from '@/reports/access/lock-written-report';
import { requirePatient } from '@/reports/access/lock-received-report';
import { lockRequest } from './lock-request';
import { moveRequest } from './move-request';

/**
 * Ends what a patient granted: from this moment on the doctor reads nothing. The doctor's entry on the chain can be
 * removed afterwards, which costs a fee.
 * @throws AppError not-found; wrong-state when it is not granted, or is over
 */
export async function endRequest(actor: Actor, requestId: string): Promise<void> {
  requirePatient(actor);
  await inTransaction(async (tx) => {
    const request = await lockRequest(tx, actor, requestId);
    await moveRequest(tx, request, 'end', 'patient');
    const once = `access-ended:${requestId}`;
    await notify(tx, { accountId: request.doctorId, kind: 'access-ended', once });
  });
}

/**
 * Withdraws a doctor's request, whether it was answered or not. The patient is told only if they had granted it.
 * @throws AppError not-found; wrong-state when it is over
 */
export async function withdrawRequest(actor: Actor, requestId: string): Promise<void> {
  requireDoctor(actor);
  await inTransaction(async (tx) => {
    const request = await lockRequest(tx, actor, requestId);
    await moveRequest(tx, request, 'withdraw', 'doctor');
    if (request.state !== 'GRANTED' || request.patientId === null) return;
    const once = `access-withdrawn:${requestId}`;
    await notify(tx, { accountId: request.patientId, kind: 'access-withdrawn', once });
  });
}
