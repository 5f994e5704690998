import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { isSameMac } from '@/vault/proof-mac';
import { findLinkedGrant } from './find-linked-grant';
import type { GuestGrant } from './guest-grant';
import { GUEST_SESSION_MS, MAX_FAILED_CODES } from './guest-limits';
import { guestSessionMac } from './guest-session-mac';
import { hashGuestCode } from './hash-guest-code';
import { newSecretToken } from './secret-token';

/** A guest's session and the secret for its cookie. */
export interface OpenedGuestSession {
  id: string;
  token: string;
  expiresAt: Date;
}

type Redemption =
  | { outcome: 'opened'; session: OpenedGuestSession }
  | { outcome: 'code-expired' | 'code-cap' }
  | { outcome: 'code-wrong'; triesLeft: number };

/**
 * Exchanges a mailed code for a session of 15 minutes. An attempt is counted before the code is compared, in one atomic
 * update that also locks the grant's row, so that parallel guesses never exceed the cap. A right code is consumed, and
 * its attempt is not counted.
 * @throws AppError link-unknown; code-wrong with the tries that are left; code-expired when there is no code
 * to compare with; code-cap
 */
export async function redeemGuestCode(token: string, code: string): Promise<OpenedGuestSession> {
  const grant = await findLinkedGrant(token);
  if (grant === null) throw new AppError('link-unknown');
  // Returned, not thrown: a wrong code must be counted, so the transaction has to commit.
  const result = await inTransaction((tx) => redeem(tx, grant, code));
  if (result.outcome === 'opened') return result.session;
  if (result.outcome !== 'code-wrong') throw new AppError(result.outcome);
  throw new AppError('code-wrong', {
    detail: (t) => t('sharing.redeemGuestCode.wrong', { triesLeft: result.triesLeft }),
  });
}

async function redeem(tx: Transaction, grant: GuestGrant, code: string): Promise<Redemption> {
  const { id } = grant;
  const reserved = await tx.$executeRaw`
    UPDATE \`Grant\` SET failedCodes = failedCodes + 1
    WHERE id = ${id} AND failedCodes < ${MAX_FAILED_CODES}`;
  if (reserved !== 1) return { outcome: 'code-cap' };
  const now = await databaseNow(tx);
  const { codeHash, codeExpiresAt, failedCodes } = await tx.grant.findUniqueOrThrow({
    where: { id },
  });
  const refund = { failedCodes: { decrement: 1 } };
  if (codeHash === null || codeExpiresAt === null || codeExpiresAt <= now) {
    await tx.grant.update({ where: { id }, data: refund });
    return { outcome: 'code-expired' };
  }
  const expected = await hashGuestCode(tx, { ...grant, codeExpiresAt }, code);
  if (!isSameMac(codeHash, expected)) {
    return recordWrongCode(tx, grant, MAX_FAILED_CODES - failedCodes);
  }
  await tx.grant.update({
    where: { id },
    data: { ...refund, codeHash: null, codeExpiresAt: null },
  });
  const { token, tokenHash } = await newSecretToken(tx);
  const expiresAt = new Date(now.getTime() + GUEST_SESSION_MS);
  const mac = await guestSessionMac(tx, { tokenHash, expiresAt, grant });
  const session = await tx.guestSession.create({
    data: { grantId: id, tokenHash, expiresAt, mac },
  });
  recordEvent(tx, grant, 'guest.session-opened');
  return { outcome: 'opened', session: { id: session.id, token, expiresAt } };
}

function recordWrongCode(tx: Transaction, grant: GuestGrant, triesLeft: number): Redemption {
  recordEvent(tx, grant, triesLeft > 0 ? 'guest.code-wrong' : 'guest.code-cap-reached');
  return triesLeft > 0 ? { outcome: 'code-wrong', triesLeft } : { outcome: 'code-cap' };
}

function recordEvent(
  tx: Transaction,
  { id, reportId }: GuestGrant,
  action: 'guest.session-opened' | 'guest.code-wrong' | 'guest.code-cap-reached',
): void {
  appendAuditEvent(tx, { action, actorKind: 'GUEST', actorId: id, reportId });
}
