import type { Account } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';

/**
 * The account of an address: the confirmed one, else the newest registration that waits for it.
 * @param email normalised
 */
export async function findAccount(tx: Transaction, email: string): Promise<Account | null> {
  const owner = await tx.account.findUnique({ where: { confirmedEmail: email } });
  if (owner !== null) return owner;
  return tx.account.findFirst({
    where: { email, status: 'UNCONFIRMED' },
    orderBy: { createdAt: 'desc' },
  });
}
