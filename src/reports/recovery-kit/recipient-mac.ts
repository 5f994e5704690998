import type { RecoveryRecipient } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isSameMac, proofMac, type ProofFields } from '@/vault/proof-mac';

/** Whose recovery key it is. */
export type RecipientFields = Pick<
  RecoveryRecipient,
  'accountId' | 'way' | 'generation' | 'recipient' | 'walletAddress'
>;

/** Authenticates a recovery key as it is to be stored. */
export function recipientMac(
  tx: Transaction,
  key: RecipientFields,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'recovery-recipient', recipientFields(key));
}

/** Whether the person added a key like this: else somebody else would get every report of theirs. */
export async function isGenuineRecipient(
  tx: Transaction,
  key: RecipientFields & Pick<RecoveryRecipient, 'mac'>,
): Promise<boolean> {
  return isSameMac(key.mac, await recipientMac(tx, key));
}

/** The fields in the order in which they are authenticated. */
export function recipientFields(key: RecipientFields): ProofFields {
  const { accountId, way, generation, recipient, walletAddress } = key;
  return [accountId, way, BigInt(generation), recipient, walletAddress];
}
