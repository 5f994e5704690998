import { isDoubted } from '@/accounts/freeze/is-doubted';
import { verifyPassword } from '@/accounts/passwords/hash-password';
import { database, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isGenuineBackupCode } from './backup-code-mac';
import { readBackupCode } from './backup-code';

/**
 * Finds the unused code of an account that was typed. Not yet used up: `spendBackupCode` does that in the
 * transaction of what it opens, while hashing takes too long for one.
 * @returns the code's id; null when the account has no such code left
 */
export async function findBackupCode(accountId: string, typed: string): Promise<string | null> {
  const code = readBackupCode(typed);
  if (code === null) return null;
  const rows = await database().backupCode.findMany({
    where: { accountId, usedAt: null },
    include: { account: { select: { factorsDoubtedFrom: true } } },
  });
  for (const row of rows) {
    if (isDoubted(row.account, row.createdAt)) continue;
    if (!(await isGenuineBackupCode(database(), row))) continue;
    // One after the other: each hash takes 19 MiB.
    if (await verifyPassword(row.hash, code)) return row.id;
  }
  return null;
}

/** Uses a code up. @returns false when somebody else was first */
export async function spendBackupCode(tx: Transaction, id: string): Promise<boolean> {
  const { count } = await tx.backupCode.updateMany({
    where: { id, usedAt: null },
    data: { usedAt: await databaseNow(tx), mac: null },
  });
  return count === 1;
}
