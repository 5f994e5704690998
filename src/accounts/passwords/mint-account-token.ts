import { randomBytes } from 'node:crypto';
import type { AccountTokenPurpose } from '@/generated/prisma/enums';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS, HOUR_MS } from '@/platform/time/durations';
import { tokenHash } from '@/vault/token-hash';
import { accountTokenMac } from './account-token-mac';

/** How long a mailed link can be used. */
const LIFETIME_MS: Record<AccountTokenPurpose, number> = {
  CONFIRM_EMAIL: 48 * HOUR_MS,
  RESET_PASSWORD: HOUR_MS,
  // A mail about a stranger may be read after a holiday.
  NOT_ME: 30 * DAY_MS,
  CANCEL_FACTOR_RESET: 30 * DAY_MS,
  CANCEL_ERASURE: 30 * DAY_MS,
};

/**
 * Makes the secret of a link to an account's mailbox; only its keyed hash is kept.
 * @param at when that happened which the mail is about; now by default
 * @returns 256 random bits, base64url
 */
export async function mintAccountToken(
  tx: Transaction,
  accountId: string,
  purpose: AccountTokenPurpose,
  at?: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = await databaseNow(tx);
  const row = {
    accountId,
    purpose,
    tokenHash: await tokenHash(tx, token),
    expiresAt: new Date(now.getTime() + LIFETIME_MS[purpose]),
    createdAt: at ?? now,
  };
  await tx.accountToken.create({ data: { ...row, mac: await accountTokenMac(tx, row) } });
  return token;
}
