import type { Prisma } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';

const AT_ONCE = 500;

/** Deletes registrations whose address was never confirmed, with the keys of their people. */
export async function deleteUnconfirmed(
  tx: Transaction,
  where: Pick<Prisma.AccountWhereInput, 'email' | 'createdAt'>,
): Promise<void> {
  for (;;) {
    const unconfirmed = { ...where, status: 'UNCONFIRMED' } as const;
    const rows = await tx.account.findMany({
      where: unconfirmed,
      select: { id: true },
      take: AT_ONCE,
    });
    const ids = rows.map(({ id }) => id);
    await tx.account.deleteMany({ where: { ...unconfirmed, id: { in: ids } } });
    // One that was confirmed at this moment stays, and so does its key.
    const left = await tx.account.findMany({ where: { id: { in: ids } }, select: { id: true } });
    const kept = new Set(left.map(({ id }) => id));
    const gone = ids.filter((id) => !kept.has(id));
    await tx.personKey.deleteMany({ where: { accountId: { in: gone } } });
    if (ids.length < AT_ONCE) return;
  }
}
