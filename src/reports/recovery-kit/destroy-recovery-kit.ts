import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { updateKitOf } from './update-recovery-kit';

/**
 * Ends a person's kit, as when they are erased: from now on no run writes a file of it, and all that are there go. Safe
 * to repeat.
 * @throws AppError store-unavailable
 */
export async function destroyRecoveryKit(accountId: string): Promise<void> {
  await database().recoveryRecipient.updateMany({
    where: { accountId, revokedAt: null },
    data: { revokedAt: await databaseNow(), mac: null },
  });
  await updateKitOf(accountId);
}
