import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/** Asks a person no more to set up a second factor. */
export async function dismissFactorHint({ accountId }: Actor): Promise<void> {
  await database().account.updateMany({
    where: { id: accountId, factorHintDismissedAt: null },
    data: { factorHintDismissedAt: await databaseNow() },
  });
}
