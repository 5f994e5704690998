import type { Actor } from '@/accounts/actor';
import { database } from '@/platform/database';
import { databaseNow } from '@/platform/database-now';
import type { ForecastAnswer } from '../answer/forecast-answer';
import { hoursOfReminder, reminderKey } from './reminder-of';

/**
 * When a person will be reminded of the advised hours.
 * @returns ISO 8601; null when they have not asked for it
 */
export async function readReminder(
  { accountId }: Actor,
  answer: ForecastAnswer,
  at?: Date,
): Promise<string | null> {
  if (answer.status !== 'ready') return null;
  const now = at ?? (await databaseNow());
  const hours = hoursOfReminder(answer, answer.advice.date, now);
  if (!hours) return null;
  const dedupeKey = reminderKey(accountId, hours);
  const job = await database().outboxJob.findUnique({ where: { dedupeKey } });
  return job === null ? null : hours.from.toISOString();
}
