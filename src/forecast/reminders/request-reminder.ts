import type { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { enqueueJob } from '@/jobs/enqueue-job';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { readForecast } from '../answer/read-forecast';
import { hoursOfReminder, reminderKey } from './reminder-of';
import type { reminderRequestSchema, reminderSchema } from './reminder-schema';

/**
 * Has a patient reminded when the hours of a day begin, or earlier when the price is low (`bringRemindersForward`). Asked for again, it is still one reminder.
 * @param input.date one of the forecast's days that has not begun
 * @throws AppError wrong-state when there is no forecast; invalid-input for a day that has begun, or
 *   that is not in the forecast
 */
export async function requestReminder(
  { accountId }: Actor,
  { date, timeZone }: z.infer<typeof reminderRequestSchema>,
  at?: Date,
): Promise<z.infer<typeof reminderSchema>> {
  const now = at ?? (await databaseNow());
  const answer = await readForecast(now);
  if (answer.status !== 'ready') {
    throw new AppError('wrong-state', {
      detail: (t) => t('forecast.requestReminder.noForecast'),
    });
  }
  const hours = hoursOfReminder(answer, date, now);
  if (!hours) {
    throw new AppError('invalid-input', {
      detail: (t) => t('forecast.requestReminder.dayHasBegun'),
    });
  }
  const { from, until } = hours;
  await inTransaction((tx) =>
    enqueueJob(
      tx,
      'remind-of-fees',
      { accountId, from: from.toISOString(), until: until.toISOString(), timeZone },
      { dedupeKey: reminderKey(accountId, hours), runAfter: from },
    ),
  );
  return { remindsAt: from.toISOString() };
}
