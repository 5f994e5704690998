import type { Actor } from '@/accounts/sessions/actor';
import { notify } from '@/notifications/notify';
import { inTransaction } from '@/platform/database/database';
import { requirePatient } from '@/reports/access/lock-received-report';
import { sealPersonText } from '@/vault/person-texts';
import { lockRequest } from './lock-request';
import { moveRequest } from './move-request';

/**
 * Declines a request; its doctor reads why. Nothing of it is on the chain.
 * @throws AppError not-found; wrong-state when it is decided, withdrawn or expired
 */
export async function denyRequest(actor: Actor, requestId: string, reason: string): Promise<void> {
  requirePatient(actor);
  await inTransaction(async (tx) => {
    const request = await lockRequest(tx, actor, requestId);
    const place = `access-request/${requestId}/answer` as const;
    const sealedAnswer = await sealPersonText(tx, actor.accountId, place, reason);
    await moveRequest(tx, request, 'deny', 'patient', { sealedAnswer });
    const once = `access-denied:${requestId}`;
    await notify(tx, { accountId: request.doctorId, kind: 'access-denied', once });
  });
}
