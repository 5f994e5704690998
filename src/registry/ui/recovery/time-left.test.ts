import { expect, it } from 'vitest';
import { timeLeft } from './time-left';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

it.each([
  [7 * 24 * HOUR, '7 days 0 hours left'],
  [24 * HOUR + HOUR, '1 day 1 hour left'],
  [24 * HOUR - 1, '23 hours 59 minutes left'],
  [61 * MINUTE, '1 hour 1 minute left'],
  [90_000, '1 minute left'],
  [59_000, 'Less than a minute left'],
  [0, 'The time is over'],
  [-1, 'The time is over'],
])('%d ms: %s', (milliseconds, text) => {
  expect(timeLeft(milliseconds)).toBe(text);
});
