import type { Passkey } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { proofMac, type ProofFields } from '@/vault/proof-mac';

/** Whose passkey it is, and by what it is recognised. */
type DecidingFields = Pick<Passkey, 'accountId' | 'credentialId' | 'publicKey' | 'createdAt'>;

/** Authenticates a passkey as it is to be stored. */
export function passkeyMac(
  tx: Transaction,
  passkey: DecidingFields,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'passkey', passkeyFields(passkey));
}

/** The fields in the order in which they are authenticated. */
export function passkeyFields(passkey: DecidingFields): ProofFields {
  const { accountId, credentialId, publicKey, createdAt } = passkey;
  return [accountId, credentialId, publicKey, createdAt];
}
