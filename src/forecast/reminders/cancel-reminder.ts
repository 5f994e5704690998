import type { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { reminderKeysOf } from './reminder-of';
import type { reminderSchema } from './reminder-schema';

/**
 * Cancels a reminder that was asked for. Cancelled twice, it is still cancelled.
 * @throws AppError wrong-state when the hours have begun
 */
export async function cancelReminder(
  { accountId }: Actor,
  { remindsAt }: z.infer<typeof reminderSchema>,
): Promise<void> {
  const dedupeKey = `${reminderKeysOf(accountId)}${new Date(remindsAt).toISOString()}`;
  await database().outboxJob.deleteMany({ where: { dedupeKey, doneAt: null, claimedUntil: null } });
  if ((await database().outboxJob.count({ where: { dedupeKey } })) > 0) {
    throw new AppError('wrong-state', {
      detail: (t) => t('forecast.cancelReminder.alreadySent'),
    });
  }
}
