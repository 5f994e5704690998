import { describe, expect, it } from 'vitest';
import { toHourlySeries, type HourlyFee } from '@/forecast/hours/hourly-series';
import { parseDay } from '@/forecast/series/day';
import { runHourlyBacktest } from './run-hourly-backtest';

const FIRST = parseDay('2022-05-02') * 24; // a Monday
const ALL = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** Weeks in which Sundays cost half, and the four hours from four half of that again. */
function made(days: number): HourlyFee[] {
  return Array.from({ length: days * 24 }, (_, index) => {
    const hour = index % 24;
    const night = hour >= 4 && hour < 8 ? 0.5 : 1;
    const sunday = Math.floor(index / 24) % 7 === 6 ? 0.5 : 1;
    return { hour: FIRST + index, gwei: 20 * sunday * night };
  });
}

describe('the hourly backtest', () => {
  it('gives advice that meets the cheapest hours nearly all that foresight saves', () => {
    const { origins, models } = runHourlyBacktest(toHourlySeries(made(60)), ALL);
    // Four weeks before the first origin, one after the last.
    expect(origins).toBe((60 - 28 - 7) * 24);
    // Within the advised hours of a Sunday the last one is no advice any more.
    expect(models['product']?.captured).toBeGreaterThan(95);
    expect(models['foresight']?.captured).toBeCloseTo(100);
    expect(models['nextSunday']?.captured).toBeLessThan(90);
  });

  it('goes on through hours that are missing', () => {
    const gappy = made(60).filter((_, index) => index % 29 !== 3);
    const { origins, models } = runHourlyBacktest(toHourlySeries(gappy), ALL);
    expect(origins).toBeGreaterThan(500);
    for (const score of Object.values(models)) expect(score.captured).not.toBeNaN();
    expect(models['product']?.captured).toBeGreaterThan(90);
  });

  it('takes no week of which a tenth is missing', () => {
    const fees = made(60).filter(({ hour }) => hour < FIRST + 1_000 || hour >= FIRST + 1_024);
    const { origins } = runHourlyBacktest(toHourlySeries(fees), ALL);
    expect(origins).toBeLessThan((60 - 28 - 7) * 24 - 150);
  });

  it('uses nothing that comes after an origin', () => {
    const fees = made(60);
    const changed = fees.map((fee, index) =>
      index > 45 * 24 ? { ...fee, gwei: 40 - fee.gwei } : fee,
    );
    const until = { from: 0, to: 45 * 24 - 169 };
    expect(runHourlyBacktest(toHourlySeries(changed), until)).toEqual(
      runHourlyBacktest(toHourlySeries(fees), until),
    );
  });

  it('rejects a file with nothing to score', () => {
    expect(() => runHourlyBacktest(toHourlySeries(made(30)), ALL)).toThrow(RangeError);
  });
});
