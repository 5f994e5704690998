import type { WalletRecovery } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isSameMac, proofMac, type ProofFields } from '@/vault/proof-mac';

/** Which wallet a patient wants to take over from which. */
export type RecoveryFields = Pick<WalletRecovery, 'id' | 'accountId' | 'oldAddress' | 'newAddress'>;

/** Authenticates a patient's request. */
export function recoveryMac(
  tx: Transaction,
  recovery: RecoveryFields,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'wallet-recovery', recoveryFields(recovery));
}

/** Whether the patient asked for this, and for this wallet to take over. */
export async function isGenuineRecovery(
  tx: Transaction,
  recovery: RecoveryFields & Pick<WalletRecovery, 'mac'>,
): Promise<boolean> {
  return isSameMac(recovery.mac, await recoveryMac(tx, recovery));
}

/** The fields in the order in which they are authenticated. */
export function recoveryFields(recovery: RecoveryFields): ProofFields {
  const { id, accountId, oldAddress, newAddress } = recovery;
  return [id, accountId, oldAddress, newAddress];
}
