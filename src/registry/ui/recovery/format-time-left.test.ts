import { expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/platform/time/durations';
import { formatTimeLeft } from './format-time-left';
import { t } from '../../../../test/support/messages/english';

it.each([
  [7 * DAY_MS, '7 days 0 hours left'],
  [DAY_MS + HOUR_MS, '1 day 1 hour left'],
  [DAY_MS - 1, '23 hours 59 minutes left'],
  [61 * MINUTE_MS, '1 hour 1 minute left'],
  [90_000, '1 minute left'],
  [59_000, t('registry.formatTimeLeft.lessThanMinute')],
  [0, t('registry.formatTimeLeft.over')],
  [-1, t('registry.formatTimeLeft.over')],
])('%d ms: %s', (milliseconds, text) => {
  expect(formatTimeLeft(milliseconds, t)).toBe(text);
});
