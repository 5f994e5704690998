import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/** Ends every session of an account at once; each request looks its session up. */
export async function revokeSessions(tx: Transaction, accountId: string): Promise<void> {
  await tx.session.updateMany({
    where: { accountId, revokedAt: null },
    data: { revokedAt: await databaseNow(tx), mac: null },
  });
}
