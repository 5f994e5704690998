import type { Account } from '@/generated/prisma/client';
import type { AccountTokenPurpose } from '@/generated/prisma/enums';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { tokenHash } from '@/vault/token-hash';
import { isGenuineAccount } from './account-mac';
import { isGenuineToken } from './account-token-mac';

/**
 * The account that a mailed link belongs to. Looking changes nothing.
 * @throws AppError token-invalid when it is unknown, used or too old
 */
export async function findTokenAccount(
  tx: Transaction,
  token: string,
  purpose: AccountTokenPurpose,
): Promise<Account> {
  const found = await tx.accountToken.findFirst({
    where: {
      tokenHash: await tokenHash(tx, token),
      purpose,
      usedAt: null,
      expiresAt: { gt: await databaseNow(tx) },
    },
    include: { account: true },
  });
  const isGenuine =
    found !== null &&
    (await isGenuineToken(tx, found)) &&
    (await isGenuineAccount(tx, found.account));
  if (!isGenuine) throw new AppError('token-invalid');
  return found.account;
}

/**
 * Uses one link up.
 * @throws AppError token-invalid when it was used a moment ago
 */
export async function redeemToken(
  tx: Transaction,
  token: string,
  purpose: AccountTokenPurpose,
): Promise<void> {
  const now = await databaseNow(tx);
  const hash = await tokenHash(tx, token);
  const { count } = await tx.accountToken.updateMany({
    where: { tokenHash: hash, purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (count !== 1) throw new AppError('token-invalid');
}

/**
 * Uses a link up, and every other link of the account for the same purpose.
 * @throws AppError token-invalid when it was used a moment ago
 */
export async function useAccountToken(
  tx: Transaction,
  accountId: string,
  token: string,
  purpose: AccountTokenPurpose,
): Promise<void> {
  await redeemToken(tx, token, purpose);
  const now = await databaseNow(tx);
  await tx.accountToken.updateMany({
    where: { accountId, purpose, usedAt: null },
    data: { usedAt: now },
  });
}
