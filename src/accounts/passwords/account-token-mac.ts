import type { AccountToken } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isSameMac, proofMac, type ProofFields } from '@/vault/proof-mac';

/** What decides what a mailed link opens. */
type DecidingFields = Pick<
  AccountToken,
  'accountId' | 'purpose' | 'tokenHash' | 'expiresAt' | 'createdAt'
>;

/** Authenticates a mailed link as it is to be stored. */
export function accountTokenMac(
  tx: Transaction,
  token: DecidingFields,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'account-token', accountTokenFields(token));
}

/** Whether we stored a link like this: neither for another account or purpose, nor for longer. */
export async function isGenuineToken(
  tx: Transaction,
  token: DecidingFields & Pick<AccountToken, 'mac'>,
): Promise<boolean> {
  return isSameMac(token.mac, await accountTokenMac(tx, token));
}

/** The fields in the order in which they are authenticated. */
export function accountTokenFields(token: DecidingFields): ProofFields {
  const { accountId, purpose, tokenHash, expiresAt, createdAt } = token;
  return [accountId, purpose, tokenHash, expiresAt, createdAt];
}
