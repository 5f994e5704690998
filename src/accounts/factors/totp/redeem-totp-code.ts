import { isDoubted } from '@/accounts/freeze/is-doubted';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isGenuineTotp, totpMac } from './totp-mac';
import { matchTotp, openTotpSecret } from './totp-secret';

/** What a typed code turned out to be. */
export type TotpOutcome = 'right' | 'wrong' | 'used' | 'clock-off';

/**
 * Uses up a code of the account's authenticator app. The step of the newest code that was accepted is kept, and
 * only later ones are accepted (RFC 6238, 5.2): of several parallel tries with one code, one succeeds.
 * @param confirming whether this is the first code, which confirms the secret
 */
export async function redeemTotpCode(
  tx: Transaction,
  accountId: string,
  code: string,
  confirming = false,
): Promise<TotpOutcome> {
  const row = await tx.totpSecret.findUnique({ where: { accountId }, include: { account: true } });
  if (row === null || (row.confirmedAt === null) !== confirming) return 'wrong';
  if (row.confirmedAt !== null) {
    const isUsable = !isDoubted(row.account, row.confirmedAt) && (await isGenuineTotp(tx, row));
    if (!isUsable) return 'wrong';
  }
  const now = await databaseNow(tx);
  const match = matchTotp(openTotpSecret(row), code, now);
  // A guess of a code of the future, named as such, could be kept until it is right.
  if (match.outcome === 'clock-off' && match.isFuture && !confirming) return 'wrong';
  if (match.outcome !== 'right') return match.outcome;
  const { sealed } = row;
  const redeemed = { lastStep: match.step, confirmedAt: row.confirmedAt ?? now };
  const { count } = await tx.totpSecret.updateMany({
    // The same secret still: it may have been replaced meanwhile.
    where: { accountId, sealed, lastStep: { lt: match.step } },
    data: { ...redeemed, mac: await totpMac(tx, { accountId, sealed, ...redeemed }) },
  });
  return count === 1 ? 'right' : 'used';
}
