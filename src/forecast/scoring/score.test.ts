import { describe, expect, it } from 'vitest';
import { toDailySeries, truncate } from '@/forecast/series/daily-series';
import { plantedFees } from '../../../test/support/forecast/made-fees';
import { smoothing } from '@/forecast/models/smoothing';
import { isScorable, scoreForecasts } from './score';
import { fitsOf } from '@/forecast/models/walk';
import { walkForward } from '@/forecast/models/walk-forward';

/** 20 days at 10 gwei, then 20, 10, 5, 20, 20, 20, 20: mean 16.43, lowest 5. */
const series = toDailySeries(
  [...Array<number>(20).fill(10), 20, 10, 5, 20, 20, 20, 20].map((gwei, day) => ({ day, gwei })),
);
const flat = { origin: 19, point: Array<number>(7).fill(10) };

describe('a score', () => {
  it('follows the definitions', () => {
    const low = Array<number>(7).fill(8);
    const high = Array<number>(7).fill(12);
    const score = scoreForecasts(series, [{ ...flat, low, high, advised: 1 }]);
    expect(score.mape).toBeCloseTo((100 * (5 * 0.5 + 0 + 1)) / 7);
    expect(score.mapeMedian).toBeCloseTo(score.mape);
    expect(score.smape).toBeCloseTo((100 * (5 * (20 / 30) + 0 + 10 / 15)) / 7);
    expect(score.coverage80).toBeCloseTo(100 / 7);
    expect(score.width80).toBeCloseTo(40);
    expect(score.savingVsToday).toBeCloseTo(0);
    expect(score.savingVsRandom).toBeCloseTo(100 * (1 - 10 / (115 / 7)));
    expect(score.captured).toBeCloseTo((100 * (115 / 7 - 10)) / (115 / 7 - 5));
  });

  it('is 100 for foresight', () => {
    const score = scoreForecasts(series, [
      { ...flat, low: flat.point, high: flat.point, advised: 2 },
    ]);
    expect(score.captured).toBeCloseTo(100);
  });

  it('is for origins alone whose week was measured', () => {
    expect(isScorable(series, 19)).toBe(true);
    expect(isScorable(series, 20)).toBe(false);
    const gap = toDailySeries([{ day: 0, gwei: 1 }, ...plantedFees(30)].slice(0, 20));
    expect(isScorable(gap, 0)).toBe(false);
  });
});

describe('a walk', () => {
  const planted = toDailySeries(plantedFees(560));
  const walk = { firstDay: planted.firstDay, first: 400, from: 420, last: 540 };

  it('fits at most every 60 days, and uses each fit after it was made only', () => {
    const fits = fitsOf(walk);
    expect(fits[0]?.origin).toBeLessThanOrEqual(400);
    expect(fits.every(({ origin, start, until }) => origin <= start && start <= until)).toBe(true);
    expect(
      fits.slice(2).every(({ origin }, index) => origin - (fits[index + 1]?.origin ?? 0) === 60),
    ).toBe(true);
    expect(fits.at(-1)?.until).toBe(540);
  });

  it('scores a day the same whatever came after it', async () => {
    const whole = await walkForward(smoothing, planted, walk);
    const other = toDailySeries(
      plantedFees(560).map((fee, index) => (index > 480 ? { ...fee, gwei: 1 } : fee)),
    );
    const changed = await walkForward(smoothing, other, walk);
    expect(changed.slice(0, 81)).toEqual(whole.slice(0, 81));
    const short = await walkForward(smoothing, truncate(planted, 481), { ...walk, last: 480 });
    expect(short).toEqual(whole.slice(0, 81));
  });
});
