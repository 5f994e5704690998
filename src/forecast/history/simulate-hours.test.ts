import { expect, it } from 'vitest';
import { toHourlySeries } from '@/forecast/hours/hourly-series';
import { cheapestHour, hourProfile } from '@/forecast/hours/hour-profile';
import { parseDay, weekdayOf } from '@/forecast/series/day';
import { simulateHours } from './simulate-hours';

const FROM = parseDay('2026-08-01') * 24;
const TO = parseDay('2026-11-01') * 24 - 1;

it('the same hour is the same whenever it is simulated', () => {
  const whole = simulateHours(FROM, TO);
  expect(simulateHours(FROM + 100, FROM + 110)).toEqual(whole.slice(100, 111));
});

it('has cheap Sundays and nights, and days that sell out', () => {
  const hours = simulateHours(FROM, TO);
  const series = toHourlySeries(hours);
  const sundays = hours.filter(({ hour }) => weekdayOf(Math.floor(hour / 24)) === 0);
  const median = (fees: typeof hours) =>
    fees.map(({ gwei }) => gwei).toSorted((a, b) => a - b)[fees.length >> 1] ?? Number.NaN;
  expect(median(sundays)).toBeLessThan(0.9 * median(hours));
  expect(cheapestHour(hourProfile(series) ?? new Float64Array())).toBeLessThan(10);
  const prices = hours.map(({ gwei }) => gwei).toSorted((a, b) => a - b);
  expect((prices.at(-1) ?? 0) / (prices[prices.length >> 1] ?? 1)).toBeGreaterThan(2.5);
});
