import type { ChainRole } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';

/** The accounts that hold a role by the index of the contract's events; the contract decides in the end. */
export async function listRoleHolders(role: ChainRole): Promise<string[]> {
  const holders = await database().chainRoleHolder.findMany({
    where: { role, revokedAt: null },
    orderBy: { grantedAt: 'asc' },
  });
  return holders.map(({ account }) => account);
}
