import { inTransaction } from '@/platform/database/database';
import { advance, type HeldErasure } from './advance';

/** Destroys the person's key: from now on nothing opens their documents, wherever a copy may be. */
export async function destroyKey(held: HeldErasure): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.personKey.deleteMany({ where: { accountId: held.accountId } });
    await advance(tx, held, 'rows');
  });
}
