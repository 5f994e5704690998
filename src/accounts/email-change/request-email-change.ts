import type { Actor } from '@/accounts/sessions/actor';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { enqueueJob } from '@/jobs/enqueue-job';
import type { Sentence } from '@/messages/translator';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { HOUR_MS } from '@/platform/time/durations';
import { emailChangeMac } from './email-change-mac';

/** How long the two links can be used. */
const LIFETIME_MS = 48 * HOUR_MS;

/**
 * Notes another e-mail address for an account and mails a link to the present and to the new one. A wish before it
 * ends, and the owner gets a mail about it at once. Whether the new address has an account already is not revealed: then it gets another mail.
 * @param newEmail normalised
 * @throws AppError proof-needed; invalid-input for the present address
 */
export async function requestEmailChange(actor: Actor, newEmail: string): Promise<void> {
  await requireFreshProof(actor);
  const { accountId } = actor;
  if (newEmail === actor.email) {
    const detail: Sentence = (t) => t('accounts.emailChange.same');
    throw new AppError('invalid-input', { detail, fields: { newEmail: detail } });
  }
  await inTransaction(async (tx) => {
    // Of two requests at one moment the later one counts: `upsert` alone refuses one of them.
    await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${accountId}`;
    const expiresAt = new Date((await databaseNow(tx)).getTime() + LIFETIME_MS);
    const wish = {
      newEmail,
      expiresAt,
      oldTokenHash: null,
      newTokenHash: null,
      oldConfirmedAt: null,
      newConfirmedAt: null,
      formerEmail: null,
    };
    const mac = await emailChangeMac(tx, { accountId, ...wish });
    await tx.emailChange.upsert({
      where: { accountId },
      create: { accountId, ...wish, mac },
      update: { ...wish, mac },
    });
    await queueSecurityNotice(tx, actor, { kind: 'email-change-requested', newEmail });
    await enqueueJob(tx, 'mail-email-change', { accountId, to: 'old' });
    await enqueueJob(tx, 'mail-email-change', { accountId, to: 'new' });
    appendAuditEvent(tx, {
      action: 'account.email-change-requested',
      actorKind: 'ACCOUNT',
      actorId: accountId,
    });
  });
}
