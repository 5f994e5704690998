import { database, inTransaction } from '@/platform/database/database';
import { deleteContent } from '@/records/uploads/delete-content';
import { destroyRecoveryKit } from '@/reports/recovery-kit/destroy-recovery-kit';
import { deleteUnder } from '@/vault/sealed-parts';
import { deleteExports } from '../exports/end-export';
import { advance, type HeldErasure } from './advance';
import { itemsOf } from './erasure-items';

/**
 * Deletes the person's documents from the store, with what stands beside them, and the copies of their records.
 * @throws AppError store-unavailable
 */
export async function destroyObjects(held: HeldErasure): Promise<void> {
  const { accountId } = held;
  // First: a run that fills the kit must not write beside a document that is gone.
  await destroyRecoveryKit(accountId);
  for (const { objectAddress } of itemsOf(held).destroyed) await deleteUnder(objectAddress);
  const kept = await database().report.findMany({
    where: { patientId: accountId, keptUntil: { not: null }, objectAddress: { not: null } },
    select: { objectAddress: true },
  });
  // What opens a document that is kept, beside it: the clinic alone keeps it.
  for (const { objectAddress } of kept) await deleteUnder(`${objectAddress ?? ''}.`);
  // Also what is not yet checked, and pictures of files: the receipt names neither.
  for (const upload of await database().upload.findMany({ where: { accountId } })) {
    await deleteContent(upload);
  }
  await deleteExports({ accountId }, 'SYSTEM');
  await inTransaction((tx) => advance(tx, held, 'key'));
}
