import { changeLockedAccount } from '@/accounts/passwords/account-mac';
import { findTokenAccount, redeemToken } from '@/accounts/passwords/find-token-account';
import { mailDedupeKey } from '@/accounts/notices/mail-dedupe-key';
import { endErasure } from '@/accounts/erasure/end-erasure';
import { endFactorReset } from '@/accounts/factor-resets/end-factor-reset';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import { PROOF_MS } from '@/accounts/sessions/require-fresh-proof';
import { revokeSessions } from '@/accounts/sessions/revoke-sessions';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { enqueueJob } from '@/jobs/enqueue-job';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isAppError } from '@/platform/errors';
import { tokenHash } from '@/vault/token-hash';

/**
 * Freezes an account whose owner did not do what a security mail is about. Every session ends, and until the owner
 * has logged in with a second factor (without one: has set a new password by a mailed link) the account cannot be
 * used and guests get none of its reports. A second factor that may be the stranger's does not count: one set up
 * since the proof that the act in the mail needed. A reset of the second factors, a change of the e-mail address
 * and an erasure that are under way are cancelled. The links of other such mails stay good: they may be about an earlier act.
 * Pressed again while the account is frozen, as when the answer was lost, the button has nothing left to do.
 * @param token of the mail's link
 * @param device the browser that presses the button, e.g. `Firefox on Windows`
 * @throws AppError token-invalid
 */
export async function freezeAccount(token: string, device: string | null): Promise<void> {
  const freezing = inTransaction(async (tx) => {
    const account = await findTokenAccount(tx, token, 'NOT_ME');
    const { id, email, secondFactorSince } = account;
    const deniedAt = await deniedMoment(tx, token);
    await redeemToken(tx, token, 'NOT_ME');
    const doubted = [account.factorsDoubtedFrom ?? deniedAt, deniedAt];
    await changeLockedAccount(tx, id, {
      frozenAt: await databaseNow(tx),
      factorsDoubtedFrom: new Date(Math.min(...doubted.map((moment) => moment.getTime()))),
    });
    await revokeSessions(tx, id);
    await tx.emailChange.deleteMany({ where: { accountId: id, formerEmail: null } });
    await endFactorReset(tx, { accountId: id, as: 'CANCELLED' });
    await endErasure(tx, id);
    await queueSecurityNotice(tx, { accountId: id, device }, { kind: 'account-frozen' });
    if (secondFactorSince === null) {
      const dedupeKey = await mailDedupeKey(tx, 'mail-reset-password', email);
      await enqueueJob(tx, 'mail-reset-password', { accountId: id }, { dedupeKey });
    }
    appendAuditEvent(tx, { action: 'account.frozen', actorKind: 'ACCOUNT', actorId: id });
  });
  await freezing.catch(async (error: unknown) => {
    if (!isAppError(error, 'token-invalid') || !(await isFrozenAlready(token))) throw error;
  });
}

async function isFrozenAlready(token: string): Promise<boolean> {
  const used = await database().accountToken.count({
    where: {
      tokenHash: await tokenHash(database(), token),
      purpose: 'NOT_ME',
      usedAt: { not: null },
      account: { frozenAt: { not: null } },
    },
  });
  return used > 0;
}

/** From when on the stranger may have acted: since the proof for the act that the mail is about. */
async function deniedMoment(tx: Transaction, token: string): Promise<Date> {
  const { createdAt } = await tx.accountToken.findUniqueOrThrow({
    where: { tokenHash: await tokenHash(tx, token) },
  });
  return new Date(createdAt.getTime() - PROOF_MS);
}
