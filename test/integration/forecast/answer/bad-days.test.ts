import { afterEach, describe, expect, it } from 'vitest';
import { readAdvisedForecast } from '@/forecast/answer/read-advised-forecast';
import { readForecast } from '@/forecast/answer/read-forecast';
import { refreshForecast } from '@/forecast/answer/refresh-forecast';
import { collectHours } from '@/forecast/history/collect-hours';
import { feeChain } from '@/forecast/history/fee-chain';
import { simulateFees } from '@/forecast/history/simulate-fees';
import { claimTask } from '@/forecast/training/claim-task';
import { database } from '@/platform/database/database';
import { DAY_MS, MINUTE_MS } from '@/platform/time/durations';
import { emptyFees } from '../../../support/forecast/fee-forecasts';
import { chain, chainTime } from '../../../support/chain/test-chain';

const { id } = feeChain();
const NOW = new Date('2026-11-18T09:20:00Z');
const HOUR_SECONDS = 3_600;

afterEach(emptyFees);

/** Eight months of invented fees: a forecast from them takes a tenth of the time of one from years. */
async function simulateMonths(): Promise<void> {
  await simulateFees(id, NOW);
  await database().feeDay.deleteMany({ where: { day: { lt: new Date('2026-04-01') } } });
}

async function daysAt(now: Date) {
  const answer = await readForecast(now);
  if (answer.status !== 'ready') throw new Error(`no forecast: ${answer.reason}`);
  return answer.days;
}

async function setDay(day: string, price: number): Promise<void> {
  const { count } = await database().feeDay.updateMany({
    where: { day: new Date(day) },
    data: { price },
  });
  expect(count).toBe(1);
}

describe('a damaged history', () => {
  it('with gaps, zeros and spikes of a hundred times gives nearly the same forecast', async () => {
    await simulateMonths();
    await refreshForecast(id, NOW);
    const whole = await daysAt(NOW);
    const { price } = await database().feeDay.findFirstOrThrow({
      where: { day: new Date('2026-11-12') },
    });
    await setDay('2026-10-20', 0);
    await setDay('2026-11-02', -3);
    await setDay('2026-11-12', 100 * price);
    await database().feeDay.deleteMany({
      where: { day: { gte: new Date('2026-09-01'), lt: new Date('2026-09-09') } },
    });
    await database().feeHour.updateMany({
      where: { startsAt: new Date('2026-11-17T20:00:00Z') },
      data: { price: 5_000 },
    });
    await database().feeHour.updateMany({
      where: { startsAt: new Date('2026-11-16T20:00:00Z') },
      data: { price: 0 },
    });
    await database().feeForecast.deleteMany();
    expect(await refreshForecast(id, NOW)).toBe(true);
    const damaged = await daysAt(NOW);
    expect(damaged.map(({ date }) => date)).toEqual(whole.map(({ date }) => date));
    for (const [index, { point, low, high }] of damaged.entries()) {
      const ratio = point / (whole[index]?.point ?? 0);
      expect(ratio).toBeGreaterThan(0.6);
      expect(ratio).toBeLessThan(1.7);
      expect(low).toBeGreaterThan(0);
      expect(high).toBeLessThan(20 * point);
    }
  });

  it('with a gap of months ignores the days before it, and does not fill it with average days', async () => {
    await simulateMonths();
    await refreshForecast(id, NOW);
    await database().feeDay.deleteMany({
      where: { day: { gte: new Date('2026-05-01'), lt: new Date('2026-11-01') } },
    });
    await database().feeForecast.deleteMany();
    expect(await refreshForecast(id, NOW)).toBe(false);
    expect(await readForecast(NOW)).toMatchObject({ status: 'none' });
  });

  it('with a spike of a hundred times on the last day advises no saving that only the spike makes', async () => {
    await simulateMonths();
    await refreshForecast(id, NOW);
    const [whole] = await daysAt(NOW);
    const { price } = await database().feeDay.findFirstOrThrow({
      where: { day: new Date('2026-11-17') },
    });
    await setDay('2026-11-17', 100 * price);
    await database().feeForecast.deleteMany();
    expect(await refreshForecast(id, NOW)).toBe(true);
    const [first] = await daysAt(NOW);
    expect((first?.point ?? 0) / (whole?.point ?? 1)).toBeLessThan(1.7);
    const answer = await readAdvisedForecast(NOW);
    if (answer.status !== 'ready') throw new Error(`no forecast: ${answer.reason}`);
    const { expected, saving } = answer.advice;
    // The price now is the chain's, which no file can change.
    expect(saving?.likely).toBeCloseTo(100 * (1 - expected.point / (answer.price ?? 0)));
    expect(answer.advice.kind).toBe('now');
  });

  it('of zeros alone gives none', async () => {
    await simulateMonths();
    await database().feeDay.updateMany({ data: { price: 0 } });
    await expect(refreshForecast(id, NOW)).resolves.toBe(false);
  });
});

describe('two workers', () => {
  it('that collect at once keep each hour once', async () => {
    const first = Math.floor((await chainTime()) / HOUR_SECONDS) + 1;
    for (let hour = first; hour < first + 3; hour++) {
      await chain().send('evm_setNextBlockTimestamp', [hour * HOUR_SECONDS]);
      await chain().send('anvil_mine', ['0x3', '0x258']);
    }
    const hours = [first, first + 1];
    const counts = await Promise.all(
      [1, 2].map(() => claimTask('collect', id, 0, () => collectHours(id, hours))),
    );
    expect(counts.toSorted()).toEqual([2, undefined]);
    expect(await database().feeHour.count()).toBe(2);
  });

  it('share a task that one of them died over, once its lease is over', async () => {
    const work = () => Promise.resolve('done');
    const lease = (claimedUntil: Date) =>
      database().feeTask.create({
        data: { id: `train:${id}`, claimedBy: crypto.randomUUID(), claimedUntil },
      });
    await lease(new Date(Date.now() + MINUTE_MS));
    expect(await claimTask('train', id, 0, work)).toBeUndefined();
    await database().feeTask.deleteMany();
    await lease(new Date(Date.now() - 60_000));
    expect(await claimTask('train', id, 0, work)).toBe('done');
  });
});

describe('a task that fails', () => {
  const EVERY = 1_000;
  const fail = () => Promise.reject(new Error('killed'));
  const work = () => Promise.resolve('done');
  const task = () => database().feeTask.findUniqueOrThrow({ where: { id: `train:${id}` } });
  const restOver = () => database().feeTask.updateMany({ data: { retryAt: new Date(0) } });
  const restSeconds = async () =>
    Math.round(((await task()).retryAt?.getTime() ?? 0) / 1_000 - Date.now() / 1_000);

  it('rests, each time longer, at most a day, and after a restart too', async () => {
    const rests: number[] = [];
    for (let failure = 0; failure < 14; failure += 1) {
      await expect(claimTask('train', id, EVERY, fail)).rejects.toThrow('killed');
      expect(await claimTask('train', id, EVERY, work)).toBeUndefined();
      rests.push(await restSeconds());
      await restOver();
    }
    for (const [index, expected] of [60, 120, 240, 480].entries()) {
      expect(Math.abs((rests[index] ?? 0) - expected)).toBeLessThan(30);
    }
    expect(Math.abs(Math.max(...rests) - 86_400)).toBeLessThan(30);
    expect(await claimTask('train', id, EVERY, work)).toBe('done');
    expect(await task()).toMatchObject({ failures: 0, retryAt: null, lastError: null });
  });

  it('by the death of its worker rests as well, unless a person asks for it', async () => {
    await database().feeTask.create({
      data: {
        id: `train:${id}`,
        claimedBy: crypto.randomUUID(),
        claimedUntil: new Date(Date.now() - 60_000),
      },
    });
    expect(await claimTask('train', id, EVERY, work)).toBeUndefined();
    expect(await task()).toMatchObject({ failures: 1, lastError: 'worker-died' });
    expect(await claimTask('train', id, 0, work)).toBe('done');
  });
});

it('a clock that jumped back does not stop the work until it has caught up', async () => {
  const work = () => Promise.resolve('done');
  expect(await claimTask('refresh', id, HOUR_SECONDS * 1_000, work)).toBe('done');
  expect(await claimTask('refresh', id, HOUR_SECONDS * 1_000, work)).toBeUndefined();
  await database().feeTask.updateMany({ data: { doneAt: new Date(Date.now() + 9_000_000) } });
  expect(await claimTask('refresh', id, HOUR_SECONDS * 1_000, work)).toBe('done');
});

describe('a clock that jumped', () => {
  it('a month ahead for a while hides no forecast made since', async () => {
    await simulateMonths();
    const ahead = new Date(NOW.getTime() + 30 * DAY_MS);
    await refreshForecast(id, ahead);
    await refreshForecast(id, NOW);
    const answer = await readForecast(NOW);
    expect(answer).toMatchObject({ status: 'ready', madeAt: NOW.toISOString() });
  });
});
