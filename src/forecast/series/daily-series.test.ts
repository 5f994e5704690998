import { describe, expect, it } from 'vitest';
import { plantedFees } from '../../../test/support/forecast/made-fees';
import { toDailySeries, truncate, type DailyFee } from './daily-series';

const day = (index: number, gwei: number): DailyFee => ({ day: 19_000 + index, gwei });

describe('a daily series', () => {
  it('repeats the day before where a day is missing, zero, negative or no number', () => {
    const { logs, measured } = toDailySeries([
      day(0, 10),
      day(2, 0),
      day(3, -1),
      day(4, Number.NaN),
      day(5, 20),
    ]);
    const filled = Array.from(logs, (log) => Math.round(Math.exp(log)));
    expect(filled).toEqual([10, 10, 10, 10, 10, 20]);
    expect(Array.from(measured)).toEqual([10, NaN, NaN, NaN, NaN, 20]);
  });

  it('takes the last of a day that is given twice, in whatever order the days come', () => {
    const { measured } = toDailySeries([day(1, 5), day(0, 4), day(1, 6)]);
    expect(Array.from(measured)).toEqual([4, 6]);
  });

  it('passes over one day of 100 times, and follows a price that stays there', () => {
    const fees = Array.from({ length: 40 }, (_, index) => day(index, index < 20 ? 10 : 1_000));
    const { logs, measured } = toDailySeries(fees);
    expect(Math.exp(logs[20] ?? 0)).toBeCloseTo(10);
    expect(measured[20]).toBe(1_000);
    expect(Math.exp(logs[21] ?? 0)).toBeGreaterThan(100);
    expect(Math.exp(logs[21] ?? 0)).toBeLessThan(130);
    expect(Math.exp(logs[39] ?? 0)).toBeCloseTo(1_000);
    const fallen = toDailySeries([...fees.slice(0, 20), day(20, 0.1)]);
    expect(Math.exp(fallen.logs[20] ?? 0)).toBeCloseTo(10);
  });

  it('is the same up to a day whatever came after it', () => {
    const fees = plantedFees(60);
    const spiked = [...fees.slice(0, 40), ...fees.slice(40).map((f) => ({ ...f, gwei: 9_999 }))];
    expect(truncate(toDailySeries(spiked), 40).logs).toEqual(
      truncate(toDailySeries(fees), 40).logs,
    );
  });

  it('is refused without any usable day', () => {
    expect(() => toDailySeries([day(0, 0)])).toThrow(RangeError);
  });
});
