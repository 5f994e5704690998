import { describe, expect, it } from 'vitest';
import { toHourlySeries } from '../hours/hourly-series';
import { toDailySeries } from '../series/daily-series';
import { currentPrice } from './current-price';

const DAY = 20_000;
const MIDNIGHT = DAY * 24;
const days = toDailySeries([{ day: DAY - 1, gwei: 5 }]);
const at = (hour: number): Date => new Date(hour * 3_600_000);

/** A history that ends at an hour, with hours of 40 gwei the last of which ends so long before. */
function ending(until: number, hoursBefore: number) {
  const hours = toHourlySeries([
    { hour: until - hoursBefore - 2, gwei: 30 },
    { hour: until - hoursBefore - 1, gwei: 40 },
  ]);
  return { days, hours, until: at(until) };
}

describe('the current price', () => {
  it('is the newest hour’s while that is of the last day', () => {
    expect(currentPrice(ending(MIDNIGHT + 9, 0))).toBe(40);
    expect(currentPrice(ending(MIDNIGHT, 24))).toBe(40);
  });

  it('is the newest day’s where the hours ended long before', () => {
    expect(currentPrice(ending(MIDNIGHT, 25))).toBeCloseTo(5);
    expect(currentPrice(ending(MIDNIGHT, 50 * 24))).toBeCloseTo(5);
  });

  it('is the newest day’s where no hour is known', () => {
    expect(currentPrice({ days, hours: undefined, until: at(MIDNIGHT) })).toBeCloseTo(5);
  });
});
