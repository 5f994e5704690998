import { randomBytes } from 'node:crypto';
import { getAddress } from 'ethers';
import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import type { AppLocale } from '@/messages/catalogues';
import { translatorOf, type MessageKey } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { AppError } from '@/platform/errors';
import { MINUTE_MS } from '@/platform/time/durations';
import { siweMessage } from './siwe-message';
import { walletChallengeMac } from './wallet-challenge-mac';

const CHALLENGE_MINUTES = 5;
/** Enough for a person who tries several accounts, few enough to keep the table small. */
const MAX_LIVE_CHALLENGES = 10;

/** A wallet's address in any spelling whose checksum, if it has one, is right. */
export const walletAddress = z.string().transform((text, context) => {
  try {
    return getAddress(text);
  } catch {
    context.addIssue({
      code: 'custom',
      message: 'accounts.walletAddress.invalid' satisfies MessageKey,
    });
    return z.NEVER;
  }
});

/** What the wallet has to sign, and the name under which the signature is handed back. */
export interface WalletChallenge {
  nonce: string;
  message: string;
}

/**
 * Begins to bind a wallet to the account: makes a challenge that only this wallet can answer, once,
 * within 5 minutes. Whether the wallet belongs to another account is revealed only to a person who can sign with it.
 * @param address EIP-55 checksummed
 * @throws AppError proof-needed, too-many-requests
 */
export async function beginWalletBinding(
  actor: Actor,
  address: string,
  locale: AppLocale,
): Promise<WalletChallenge> {
  // Also here, so that the password is asked for before the wallet opens.
  await requireFreshProof(actor);
  const { accountId } = actor;
  const issuedAt = await databaseNow();
  const expiresAt = new Date(issuedAt.getTime() + CHALLENGE_MINUTES * MINUTE_MS);
  const challenges = database().walletChallenge;
  await challenges.deleteMany({ where: { accountId, expiresAt: { lte: issuedAt } } });
  if ((await challenges.count({ where: { accountId } })) >= MAX_LIVE_CHALLENGES) {
    throw new AppError('too-many-requests');
  }
  const nonce = randomBytes(16).toString('hex');
  const message = siweMessage({
    domain: new URL(env().APP_URL).host,
    address,
    statement: translatorOf(locale)('accounts.beginWalletBinding.statement'),
    uri: `${new URL(env().APP_URL).origin}/patient/wallet`,
    chainId: env().CHAIN_ID,
    nonce,
    issuedAt,
    expiresAt,
  });
  const challenge = { nonce, accountId, address, message, expiresAt };
  const mac = await walletChallengeMac(database(), challenge);
  await challenges.create({ data: { ...challenge, mac } });
  return { nonce, message };
}
