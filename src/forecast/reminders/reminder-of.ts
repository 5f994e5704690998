import { DAY_MS } from '@/platform/time/durations';
import type { ReadyForecast } from '../answer/forecast-answer';

/** The hours that a mail reminds of. */
export interface ReminderHours {
  from: Date;
  until: Date;
}

/**
 * The hours of a day of the forecast that have not begun: the advised ones on the advised day, else the
 * whole day (UTC).
 * @returns undefined for a day that has begun, or is not in the forecast
 */
export function hoursOfReminder(
  { days, advice }: ReadyForecast,
  date: string,
  now: Date,
): ReminderHours | undefined {
  if (!days.some((day) => day.date === date)) return undefined;
  const window = advice.date === date ? advice.window : null;
  const from = new Date(window?.from ?? date);
  const until = window ? new Date(window.until) : new Date(from.getTime() + DAY_MS);
  return from > now ? { from, until } : undefined;
}

/** One reminder for one person and one beginning. */
export function reminderKey(accountId: string, { from }: Pick<ReminderHours, 'from'>): string {
  return `${reminderKeysOf(accountId)}${from.toISOString()}`;
}

/** What the keys of a person’s reminders begin with; the moment follows. */
export function reminderKeysOf(accountId: string): string {
  return `fee-reminder:${accountId}:`;
}
