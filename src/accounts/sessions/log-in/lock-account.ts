import type { Account } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';

/**
 * The account as it is now, locked until the transaction ends. What was checked before may have changed meanwhile:
 * hashing a password takes long enough for a freeze, a suspension or another password.
 */
export async function lockAccount(tx: Transaction, id: string): Promise<Account> {
  await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${id}`;
  return tx.account.findUniqueOrThrow({ where: { id } });
}
