import { normaliseEmail } from '@/accounts/email/normalise-email';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { enqueueJob } from '@/jobs/enqueue-job';
import type { Sentence } from '@/messages/translator';
import { inTransaction, isUniqueViolation } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { ERASURE_WAITS_MS, REMINDED_BEFORE_MS } from './erasure-times';
import { notifyErasure } from './notify-erasure';

/**
 * Asks for the erasure of a patient's account and records. It begins after 72 hours, in which it can be taken back; the
 * person is mailed at once, and again a day before.
 * @param typedEmail the person's own address, typed to show that it is meant
 * @throws AppError forbidden for all but patients: their data is part of others' records; proof-needed; invalid-input for
 * another address; conflict while one is under way
 */
export async function requestErasure(actor: Actor, typedEmail: string): Promise<void> {
  const { accountId, role, email, device } = actor;
  if (role !== 'PATIENT') {
    throw new AppError('forbidden', { detail: (t) => t('accounts.erasure.askAnAdministrator') });
  }
  await requireFreshProof(actor);
  if (normaliseEmail(typedEmail) !== email) {
    const detail: Sentence = (t) => t('accounts.erasure.otherEmail');
    throw new AppError('invalid-input', { detail, fields: { email: detail } });
  }
  try {
    await inTransaction(async (tx) => {
      const now = await databaseNow(tx);
      const dueAt = new Date(now.getTime() + ERASURE_WAITS_MS);
      const { id: erasureId } = await tx.erasure.create({
        data: {
          ...{ accountId, openFor: accountId, state: 'WAITING', device },
          ...{ requestedAt: now, dueAt, runAfter: dueAt },
        },
      });
      await notifyErasure(tx, { accountId, erasureId }, 'requested');
      await enqueueJob(
        tx,
        'remind-of-erasure',
        { erasureId },
        { runAfter: new Date(dueAt.getTime() - REMINDED_BEFORE_MS) },
      );
      appendAuditEvent(tx, {
        action: 'erasure.requested',
        actorKind: 'ACCOUNT',
        actorId: accountId,
      });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError('conflict', {
      detail: (t) => t('accounts.erasure.underWay'),
      cause: error,
    });
  }
}
