import type { BackupCode } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isSameMac, proofMac, type ProofFields } from '@/vault/proof-mac';

/** Whose code it is, and which. */
export type BackupCodeFields = Pick<BackupCode, 'id' | 'accountId' | 'hash' | 'createdAt'>;

/** Authenticates an unused code as it is to be stored. */
export function backupCodeMac(
  tx: Transaction,
  code: BackupCodeFields,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'backup-code', backupCodeFields(code));
}

/** Whether we stored a code like this, and it was not used. */
export async function isGenuineBackupCode(
  tx: Transaction,
  code: BackupCodeFields & Pick<BackupCode, 'mac'>,
): Promise<boolean> {
  return isSameMac(code.mac, await backupCodeMac(tx, code));
}

/** The fields in the order in which they are authenticated. */
export function backupCodeFields(code: BackupCodeFields): ProofFields {
  const { id, accountId, hash, createdAt } = code;
  return [id, accountId, hash, createdAt];
}
