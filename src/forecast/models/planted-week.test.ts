import { describe, expect, it } from 'vitest';
import { plantedFees, shuffledFees } from '../../../test/support/forecast/made-fees';
import { predictNetworks } from '@/forecast/models/lstm/predict-network';
import { trainNetwork } from '@/forecast/models/lstm/train-network';
import { scoreForecasts } from '@/forecast/scoring/score';
import { toDailySeries, truncate, type DailySeries } from '../series/daily-series';
import { gradientBoosting } from './gradient-boosting';
import { holtWinters } from './holt-winters';
import type { Forecaster, WeekPath } from './model';
import { ridge } from './ridge';
import { lastValue, sameWeekday } from './simple-models';
import { smoothing } from './smoothing';
import { samplesOf, windowOf } from './window';

const DAYS = 500;
const SCORED = 70;
const planted = toDailySeries(plantedFees(DAYS));
const shuffled = toDailySeries(shuffledFees(DAYS));
const origins = Array.from({ length: SCORED }, (_, index) => DAYS - 7 - SCORED + index);

function score(series: DailySeries, pathAt: (origin: number, index: number) => WeekPath) {
  return scoreForecasts(
    series,
    origins.map((origin, index) => {
      const { mid } = pathAt(origin, index);
      const point = mid.map((log) => Math.exp(log));
      return { origin, point, low: point, high: point, advised: mid.indexOf(Math.min(...mid)) };
    }),
  );
}

async function scoreModel(
  model: { fit: (h: DailySeries) => Forecaster | Promise<Forecaster> },
  of: DailySeries,
) {
  const forecaster = await model.fit(truncate(of, DAYS - SCORED - 7));
  return score(of, (origin) => forecaster(truncate(of, origin + 1)));
}

describe.each([smoothing, holtWinters, ridge, gradientBoosting])('$name', (model) => {
  it('finds a planted week', async () => {
    const { mape, captured } = await scoreModel(model, planted);
    expect(mape).toBeLessThan(6);
    expect(captured).toBeGreaterThan(97);
  });

  it('gains nothing from shuffled days', async () => {
    expect((await scoreModel(model, shuffled)).captured).toBeLessThan(25);
  });
});

it('rules without a week do not find it', async () => {
  expect((await scoreModel(lastValue, planted)).captured).toBeLessThan(10);
  expect((await scoreModel(sameWeekday, planted)).captured).toBeGreaterThan(97);
});

describe('the network', () => {
  const scoreNetwork = async (of: DailySeries) => {
    const samples = samplesOf(truncate(of, DAYS - SCORED - 7), 1_100);
    const { weights } = await trainNetwork(samples, 1, { epochs: 25 });
    const windows = origins.map((origin) => windowOf(truncate(of, origin + 1)));
    const paths = await predictNetworks([weights], windows);
    return score(of, (_, index) => paths[index] ?? { mid: [] });
  };

  it('finds a planted week', async () => {
    const { mape, captured } = await scoreNetwork(planted);
    expect(mape).toBeLessThan(10);
    expect(captured).toBeGreaterThan(97);
  }, 60_000);

  it('gains nothing from shuffled days', async () => {
    expect((await scoreNetwork(shuffled)).captured).toBeLessThan(25);
  }, 60_000);
});
