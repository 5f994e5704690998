import { describe, expect, it } from 'vitest';
import { parseDay } from '../series/day';
import { cheapestHour, hourProfile } from './hour-profile';
import { toHourlySeries, truncateHours, type HourlyFee } from './hourly-series';
import { hoursUntil } from './hours-until';

const FIRST = parseDay('2022-05-02') * 24; // a Monday

/** Weeks in which hour 6 costs half, and Sundays three quarters. */
function made(days: number): HourlyFee[] {
  return Array.from({ length: days * 24 }, (_, index) => {
    const sunday = Math.floor(index / 24) % 7 === 6 ? 0.75 : 1;
    const night = 1 + 0.5 * Math.min(4, Math.abs((index % 24) - 6));
    return { hour: FIRST + index, gwei: 20 * sunday * night };
  });
}

describe('the cheapest hour', () => {
  it('is the bottom of the night', () => {
    expect(cheapestHour(hourProfile(toHourlySeries(made(35))) ?? new Float64Array())).toBe(6);
  });

  it('survives gaps, zeros and spikes', () => {
    const fees = made(35).map((fee, index) => {
      if (index % 17 === 0) return { ...fee, gwei: 0 };
      return index % 101 === 0 ? { ...fee, gwei: fee.gwei * 100 } : fee;
    });
    const series = toHourlySeries(fees.filter((_, index) => index % 13 !== 0));
    expect(Math.abs(cheapestHour(hourProfile(series) ?? new Float64Array()) - 6)).toBeLessThan(2);
  });

  it('is none with less than two weeks', () => {
    expect(hourProfile(toHourlySeries(made(13)))).toBeUndefined();
  });
});

describe('a weekday’s hour', () => {
  it('is the next one, this day or within a week', () => {
    // The last known hour is a Sunday's last: the next Sunday at six is 6 days and 7 hours ahead.
    expect(hoursUntil(toHourlySeries(made(35)), 0, 6)).toBe(6 * 24 + 6);
    expect(hoursUntil(truncateHours(toHourlySeries(made(35)), 34 * 24 + 3), 0, 6)).toBe(3);
  });

  it('may be a whole week ahead', () => {
    const monday = truncateHours(toHourlySeries(made(35)), 28 * 24 + 7);
    expect(hoursUntil(monday, 1, 6)).toBe(167);
    expect(hoursUntil(monday, undefined, 7)).toBe(0);
  });
});
