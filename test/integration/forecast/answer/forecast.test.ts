import { describe, expect, it } from 'vitest';
import { advisedForecastSchema } from '@/forecast/answer/forecast-answer';
import { readAdvisedForecast } from '@/forecast/answer/read-advised-forecast';
import { refreshForecast } from '@/forecast/answer/refresh-forecast';
import { feeChain } from '@/forecast/history/fee-chain';
import { simulateFees } from '@/forecast/history/simulate-fees';
import { decideSending } from '@/forecast/stopping/decide-sending';
import { readStopping } from '@/forecast/stopping/stored-stopping';
import { readLearned } from '@/forecast/store/read-learned';
import { claimTask } from '@/forecast/training/claim-task';
import { FULL_EFFORT } from '@/forecast/training/effort';
import { trainModel } from '@/forecast/training/train-model';
import { database } from '@/platform/database/database';
import { HOUR_MS } from '@/platform/time/durations';
import { quoteFee } from '@/registry/fees/quote-fee';
import { storeForecast } from '../../../support/forecast/fee-forecasts';

const { id } = feeChain();
const NOW = new Date('2026-11-18T09:20:00Z');
/** The days from here on are not learned from: on them two versions are compared. */
const NEWEST_WEEKS = new Date('2026-10-21');
const later = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR_MS);

/** The answer, checked against its schema as the API documents it. */
async function answerAt(now: Date) {
  return advisedForecastSchema.parse(JSON.parse(JSON.stringify(await readAdvisedForecast(now))));
}

async function readyAt(now: Date) {
  const answer = await answerAt(now);
  if (answer.status !== 'ready') throw new Error(`no forecast: ${answer.reason}`);
  return answer;
}

describe('a forecast', () => {
  it('of the version before is read, and its advice measured again', async () => {
    const content = await storeForecast({ madeAt: NOW });
    const saving = { likely: 89, low: 80, high: 95 };
    const before = {
      ...content,
      current: 100,
      advice: { ...content.advice, kind: 'wait', saving },
    };
    await database().feeForecast.updateMany({ data: { content: before } });
    const { price, advice } = await readyAt(NOW);
    const wei = await quoteFee(1n).then(({ baseFeeWei, priorityFeeWei }) =>
      [baseFeeWei, priorityFeeWei].map(Number).reduce((sum, one) => sum + one),
    );
    expect(price).toBeCloseTo(wei / 1e9);
    expect(advice.saving?.likely).toBeCloseTo(100 * (1 - advice.expected.point / (price ?? 0)));
    await database().feeForecast.deleteMany();
  });

  it('is not there before it was made, nor from too little history', async () => {
    expect(await answerAt(NOW)).toMatchObject({ status: 'none', reason: 'not-made-yet' });
    await claimTask('refresh', id, 0, () => refreshForecast(id, NOW));
    expect(await answerAt(NOW)).toMatchObject({ status: 'none', reason: 'too-little-history' });
    expect(await trainModel(id, NOW)).toEqual({ trained: false, reason: 'too-little-history' });
  });

  it('is simple before anything was learned, and shows that its data are simulated', async () => {
    expect(await simulateFees(id, NOW)).toBe(60 * 24);
    expect(await simulateFees(id, NOW)).toBe(0);
    await database().feeDay.deleteMany({ where: { day: { lt: new Date('2025-09-01') } } });
    expect(await refreshForecast(id, NOW)).toBe(true);
    const answer = await readyAt(NOW);
    expect(answer).toMatchObject({ source: 'SIMULATED', model: 'smoothing', version: null });
    expect(answer.days.map(({ date }) => date)).toEqual(
      ['18', '19', '20', '21', '22', '23', '24'].map((day) => `2026-11-${day}`),
    );
    expect(answer.days.every(({ low, point, high }) => low <= point && point <= high)).toBe(true);
    expect(answer.hours?.[0]?.startsAt).toBe('2026-11-18T09:00:00.000Z');
    // The rule for sending is learned with it, and is not part of the answer.
    const stopping = await readStopping(id);
    expect(stopping?.from).toBe(Math.floor(NOW.getTime() / HOUR_MS));
    expect(JSON.stringify(answer)).not.toContain('"stopping"');
    expect(decideSending(stopping, { price: 1e9, now: NOW, deadline: later(100) }).kind).toBe(
      'wait',
    );
    // The simulation's Sundays and nights are cheapest.
    expect(answer.advice.date).toBe('2026-11-22');
    const hour = new Date(answer.advice.window?.from ?? 0).getUTCHours();
    expect(hour).toBeGreaterThanOrEqual(3);
    expect(hour).toBeLessThanOrEqual(8);
    expect(answer.record?.savedPercent).toBeGreaterThan(5);
  });

  it('is learned by one worker at a time, with a card, and then used if it is better', async () => {
    const [first, second] = await Promise.all([
      claimTask('train', id, 0, () => trainModel(id, NOW, { ...FULL_EFFORT, seeds: [1, 2] })),
      claimTask('train', id, 0, () => trainModel(id, NOW, { ...FULL_EFFORT, seeds: [1, 2] })),
    ]);
    const training = first ?? second;
    expect([first, second].filter((one) => one === undefined)).toHaveLength(1);
    expect(training).toMatchObject({ trained: true, version: 1, accepted: true });
    const row = await database().feeModel.findFirstOrThrow();
    expect(row.card).toMatchObject({ parameters: 3_213, seeds: [1, 2] });
    expect(await refreshForecast(id, later(1))).toBe(true);
    expect(await database().feeOrigin.count()).toBeGreaterThan(10);
    expect((await readyAt(later(1))).madeAt).toBe(later(1).toISOString());
  }, 240_000);

  it('goes on with the version in use when the next one is worse', async () => {
    const sound = await database().feeDay.findMany({ where: { day: { lt: NEWEST_WEEKS } } });
    const update = async (change: (price: number, index: number) => number) => {
      const data = sound.map((row, index) => ({ ...row, price: change(row.price, index) }));
      await database().feeDay.deleteMany({ where: { day: { lt: NEWEST_WEEKS } } });
      await database().feeDay.createMany({ data });
    };
    // A market that turned every fortnight, and then no more: who learned from it is misled.
    await update((price, index) => price * Math.exp(3 * Math.sin((Math.PI * index) / 7)));
    const next = await trainModel(id, NOW, { ...FULL_EFFORT, seeds: [1] });
    await update((price) => price);
    expect(next).toMatchObject({ trained: true, version: 2, accepted: false });
    const { version } = await database().feeModel.findFirstOrThrow({ where: { accepted: true } });
    expect((await readLearned(id))?.version).toBe(version);
    await database().feeModel.deleteMany({ where: { version: 2 } });
  }, 240_000);

  it('stays for 48 hours with its age, and is then withdrawn', async () => {
    const { ageHours, dataUntil } = await readyAt(later(40));
    expect(dataUntil).toBe('2026-11-18T09:00:00.000Z');
    expect(ageHours).toBeCloseTo(40.33, 1);
    expect(await answerAt(later(48))).toMatchObject({ status: 'none', reason: 'data-too-old' });
    // A clock that jumped back makes nothing younger than new.
    expect((await readyAt(later(-100))).ageHours).toBe(0);
  });

  it('outlives a training that crashes, whose place is free at once', async () => {
    const crash = () => Promise.reject(new Error('the training process ended with a signal'));
    await expect(claimTask('train', id, 0, crash)).rejects.toThrow('ended with a signal');
    expect((await readyAt(later(1))).madeAt).toBe(later(1).toISOString());
    expect(await claimTask('train', id, 0, () => Promise.resolve('next'))).toBe('next');
  });

  it('passes over damaged weights and damaged records', async () => {
    const { weights } = await database().feeModel.findFirstOrThrow();
    const damaged = new Uint8Array(weights);
    damaged[100] = (damaged[100] ?? 0) ^ 1;
    await database().feeModel.updateMany({ data: { weights: damaged } });
    expect(await readLearned(id)).toBeUndefined();
    expect(await refreshForecast(id, later(2))).toBe(true);
    expect((await readyAt(later(2))).model).toBe('smoothing');

    await database().feeForecast.updateMany({
      where: { madeAt: later(2) },
      data: { content: { days: [] } },
    });
    expect((await readyAt(later(2))).madeAt).toBe(later(1).toISOString());
  });
});
