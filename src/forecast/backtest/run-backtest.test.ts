import { expect, it } from 'vitest';
import { plantedFees } from '../../../test/support/forecast/made-fees';
import { toDailySeries, type DailyFee } from '@/forecast/series/daily-series';
import { runBacktest } from './run-backtest';

const cache = {
  has: () => false,
  get: () => undefined,
  put: () => undefined,
};
const names = ['smoothing', 'nextSunday', 'lastValue'];
const backtest = (fees: readonly DailyFee[], from: number, to: number) =>
  runBacktest(toDailySeries(fees), { from, to }, { names, cache, onProgress: () => undefined });

it('uses nothing that comes after the scored weeks', async () => {
  const fees = plantedFees(420);
  const changed = fees.map((fee, index) => (index > 380 ? { ...fee, gwei: 9 * fee.gwei } : fee));
  expect(await backtest(changed, 350, 373)).toEqual(await backtest(fees, 350, 373));
});

it('scores no day whose week was not measured', async () => {
  const fees = plantedFees(420).filter((_, index) => index !== 370);
  const { origins, models } = await backtest(fees, 350, 412);
  // The day itself and the seven before it.
  expect(origins).toBe(63 - 8);
  for (const score of Object.values(models)) expect(score.mape).not.toBeNaN();
});

it('asks for as much past as it needs, in words', async () => {
  await expect(backtest(plantedFees(420), 299, 310)).rejects.toThrow('300 days before the first');
  await expect(backtest(plantedFees(420), 300, 310)).resolves.toMatchObject({ origins: 11 });
});
