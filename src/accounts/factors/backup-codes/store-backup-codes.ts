import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { backupCodeMac } from './backup-code-mac';

/** Stores codes of an account by their hashes, in the place of those before. */
export async function storeBackupCodes(
  tx: Transaction,
  accountId: string,
  hashes: readonly string[],
): Promise<void> {
  const createdAt = await databaseNow(tx);
  const data = await Promise.all(
    hashes.map(async (hash) => {
      const code = { id: uuidv7(), accountId, hash, createdAt };
      return { ...code, mac: await backupCodeMac(tx, code) };
    }),
  );
  await tx.backupCode.deleteMany({ where: { accountId } });
  await tx.backupCode.createMany({ data });
}
