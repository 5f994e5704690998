import type { TotpSecret } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isSameMac, proofMac, type ProofFields } from '@/vault/proof-mac';

/** What decides which codes are right. */
export type TotpFields = Pick<TotpSecret, 'accountId' | 'sealed' | 'confirmedAt' | 'lastStep'>;

/** Authenticates a confirmed secret as it is to be stored. */
export function totpMac(tx: Transaction, secret: TotpFields): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'totp', totpFields(secret));
}

/** Whether we confirmed a secret like this. */
export async function isGenuineTotp(
  tx: Transaction,
  secret: TotpFields & Pick<TotpSecret, 'mac'>,
): Promise<boolean> {
  return isSameMac(secret.mac, await totpMac(tx, secret));
}

/** The fields in the order in which they are authenticated. */
export function totpFields({ accountId, sealed, confirmedAt, lastStep }: TotpFields): ProofFields {
  return [accountId, sealed, confirmedAt, lastStep];
}
