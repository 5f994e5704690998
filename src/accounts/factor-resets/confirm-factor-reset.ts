import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { FactorReset } from '@/generated/prisma/client';
import { enqueueJob } from '@/jobs/enqueue-job';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { HOUR_MS } from '@/platform/time/durations';
import { changeReset } from './factor-reset-mac';
import { notifyFactorReset } from './notify-factor-reset';

/** From the second confirmation to the effect: the owner of the account has that long to cancel. */
export const RESET_DELAY_MS = 24 * HOUR_MS;

/**
 * Confirms the reset of a person's second factors. The second of two different administrators sets its time: a day
 * from now. A first confirmation by somebody who is no active administrator any more does not count: this one takes
 * its place. The person is mailed each time, with a link that cancels it.
 * @throws AppError forbidden, also for one's own account; proof-needed, not-found; wrong-state for the administrator
 * who has confirmed it already; conflict when it is over or confirmed twice
 */
export async function confirmFactorReset(actor: Actor, resetId: string): Promise<void> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  await requireFreshProof(actor);
  await inTransaction(async (tx) => {
    const reset = await tx.factorReset.findUnique({
      where: { id: resetId },
      include: { account: { select: { displayName: true } } },
    });
    if (reset === null) throw new AppError('not-found');
    const { accountId, account } = reset;
    if (accountId === actor.accountId) {
      throw new AppError('forbidden', { detail: (t) => t('accounts.factorReset.notOwn') });
    }
    const news = await confirm(tx, reset, actor.accountId);
    await notifyFactorReset(tx, { accountId, resetId }, news);
    const about = account.displayName;
    await queueSecurityNotice(tx, actor, {
      kind: 'administration',
      act: 'factor-reset-confirm',
      about,
    });
    appendAuditEvent(tx, {
      action: 'factor-reset.confirmed',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      subjectId: accountId,
      details: { confirmation: news },
    });
  });
}

/** The account is locked before the reset is read: of several confirmations at once each sees the one before. */
async function confirm(
  tx: Transaction,
  { id, accountId }: Pick<FactorReset, 'id' | 'accountId'>,
  confirmerId: string,
): Promise<'first' | 'second'> {
  await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${accountId}`;
  const reset = await tx.factorReset.findUniqueOrThrow({ where: { id } });
  if (reset.state !== 'REQUESTED') throw new AppError('conflict');
  const now = await databaseNow(tx);
  if (!(await counts(tx, reset.firstById))) {
    const first = { firstById: confirmerId, firstAt: now };
    if (!(await changeReset(tx, reset, first))) throw new AppError('conflict');
    return 'first';
  }
  if (reset.firstById === confirmerId) {
    throw new AppError('wrong-state', { detail: (t) => t('accounts.factorReset.needsAnother') });
  }
  const effectiveAt = new Date(now.getTime() + RESET_DELAY_MS);
  const second = {
    ...{ state: 'CONFIRMED' as const, secondById: confirmerId, secondAt: now, effectiveAt },
  };
  if (!(await changeReset(tx, reset, second))) throw new AppError('conflict');
  await enqueueJob(tx, 'reset-factors', { resetId: id }, { runAfter: effectiveAt });
  return 'second';
}

/**
 * Whether a first confirmation counts: its administrator is still one, and has not reported a stranger in the account.
 * The account is locked, so that of this and a suspension or a freeze one comes first.
 */
async function counts(tx: Transaction, firstById: string | null): Promise<boolean> {
  if (firstById === null) return false;
  const locked = await tx.$executeRaw`
    UPDATE Account SET lockCount = lockCount + 1
    WHERE id = ${firstById} AND role = 'ADMIN' AND status = 'ACTIVE' AND frozenAt IS NULL`;
  return locked === 1;
}
