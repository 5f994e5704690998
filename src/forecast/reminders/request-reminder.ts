import type { z } from 'zod';
import type { Actor } from '@/accounts/actor';
import { enqueueJob } from '@/jobs/enqueue-job';
import { inTransaction } from '@/platform/database';
import { AppError } from '@/platform/errors';
import { readForecast } from '../answer/read-forecast';
import type { reminderSchema } from './reminder-schema';

/**
 * Has a mail sent when the hours begin that the forecast advises now. Asked for again, it is still one
 * mail for one day.
 * @throws AppError wrong-state when there is nothing to wait for: no forecast, or it advises to transact now
 */
export async function requestReminder(actor: Actor): Promise<z.infer<typeof reminderSchema>> {
  const answer = await readForecast();
  if (answer.status !== 'ready' || answer.advice.kind !== 'wait') throw new AppError('wrong-state');
  const { window, date } = answer.advice;
  const runAfter = new Date(window?.from ?? date);
  const { accountId } = actor;
  const dedupeKey = `fee-reminder:${accountId}:${date}`;
  await inTransaction((tx) =>
    enqueueJob(tx, 'mail-fee-reminder', { accountId }, { dedupeKey, runAfter }),
  );
  return { remindsAt: runAfter.toISOString() };
}
