import { createHash, randomBytes } from 'node:crypto';
import type { AccountTokenPurpose } from '@/generated/prisma/enums';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS, HOUR_MS } from '@/platform/time/durations';

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
 * Makes the secret of a link to an account's mailbox; only its hash is kept.
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
  await tx.accountToken.create({
    data: {
      accountId,
      purpose,
      tokenHash: hashAccountToken(token),
      expiresAt: new Date(now.getTime() + LIFETIME_MS[purpose]),
      createdAt: at ?? now,
    },
  });
  return token;
}

/** The form in which a token is kept. A plain hash is enough for 256 random bits. */
export function hashAccountToken(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(token).digest());
}
