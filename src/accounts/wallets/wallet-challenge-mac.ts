import type { WalletChallenge } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isSameMac, proofMac } from '@/vault/proof-mac';

/** What decides which signature binds which wallet to which account. */
type ChallengeFields = Pick<
  WalletChallenge,
  'nonce' | 'accountId' | 'address' | 'message' | 'expiresAt'
>;

/** Authenticates a text that a wallet is asked to sign. */
export function walletChallengeMac(
  tx: Transaction,
  challenge: ChallengeFields,
): Promise<Uint8Array<ArrayBuffer>> {
  const { nonce, accountId, address, message, expiresAt } = challenge;
  return proofMac(tx, 'wallet-challenge', [nonce, accountId, address, message, expiresAt]);
}

/** Whether we asked for this text: not for one that the wallet has signed elsewhere. */
export async function isGenuineChallenge(
  tx: Transaction,
  challenge: ChallengeFields & Pick<WalletChallenge, 'mac'>,
): Promise<boolean> {
  return isSameMac(challenge.mac, await walletChallengeMac(tx, challenge));
}
