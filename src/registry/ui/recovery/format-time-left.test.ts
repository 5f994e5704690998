import { expect, it } from 'vitest';
import { translatorOf } from '@/messages/translator';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/platform/time/durations';
import { formatTimeLeft } from './format-time-left';

it.each([
  [7 * DAY_MS, '7 days 0 hours left'],
  [DAY_MS + HOUR_MS, '1 day 1 hour left'],
  [DAY_MS - 1, '23 hours 59 minutes left'],
  [61 * MINUTE_MS, '1 hour 1 minute left'],
  [90_000, '1 minute left'],
  [59_000, 'Less than a minute left'],
  [0, 'The time is over'],
  [-1, 'The time is over'],
])('%d ms: %s', (milliseconds, text) => {
  expect(formatTimeLeft(milliseconds, translatorOf())).toBe(text);
});
