import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { reminderKeysOf } from './reminder-of';

/**
 * The reminders that a person asked for and that are still to come.
 * @returns when each comes, ISO 8601, the next one first
 */
export async function listReminders({ accountId }: Actor): Promise<string[]> {
  const jobs = await database().outboxJob.findMany({
    where: {
      dedupeKey: { startsWith: reminderKeysOf(accountId) },
      doneAt: null,
      failedAt: null,
    },
    select: { dedupeKey: true },
  });
  const prefix = reminderKeysOf(accountId).length;
  return jobs.flatMap(({ dedupeKey }) => dedupeKey?.slice(prefix) ?? []).toSorted();
}
