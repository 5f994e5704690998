import { database } from '@/platform/database/database';

/**
 * After a restore: the store has no key files and no lists, whatever the database notes. `requeueLateKits` has them
 * written again.
 */
export async function forgetKitFiles(): Promise<void> {
  await database().recoveryWrap.updateMany({ data: { recipients: null } });
}
