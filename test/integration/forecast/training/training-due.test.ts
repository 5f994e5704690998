import { beforeEach, describe, expect, it } from 'vitest';
import { importFees } from '@/forecast/history/import-fees';
import { claimTask } from '@/forecast/training/claim-task';
import { claimTraining } from '@/forecast/training/claim-training';
import { isTrainingDue } from '@/forecast/training/is-training-due';
import { formatDay, parseDay } from '@/forecast/series/day';
import { database } from '@/platform/database/database';
import { DAY_MS, MINUTE_MS } from '@/platform/time/durations';
import { emptyFees } from '../../../support/forecast/fee-forecasts';

const CHAIN = 1;
const WEEK_MS = 7 * DAY_MS;
const TODAY = formatDay(Math.floor(Date.now() / DAY_MS));
/** As many days as a training asks for. */
const ENOUGH = 400;

beforeEach(emptyFees);

/** So many days that are over, and today, which is not. */
function importUntilToday(days: number): Promise<unknown> {
  const rows = Array.from(
    { length: days + 1 },
    (_, back) => `${formatDay(parseDay(TODAY) - back)},${10 + (back % 7)}`,
  );
  return importFees(CHAIN, Buffer.from(['date,gwei', ...rows].join('\n')));
}

describe('the week after a training', () => {
  it('does not begin when there was too little to learn from', async () => {
    const tooLittle = { trained: false, reason: 'too-little-history' };
    expect(await claimTraining(CHAIN, WEEK_MS, new Date())).toEqual(tooLittle);
    expect(await database().feeTask.findUniqueOrThrow({ where: { id: 'train:1' } })).toMatchObject({
      doneAt: null,
      lastError: null,
      claimedBy: null,
    });
    expect(await claimTraining(CHAIN, WEEK_MS, new Date())).toEqual(tooLittle);
    await importUntilToday(ENOUGH);
    expect(await isTrainingDue(CHAIN)).toBe(true);
  });

  it('begins when a model was trained', async () => {
    await importUntilToday(ENOUGH);
    await claimTask('train', CHAIN, WEEK_MS, () => Promise.resolve('trained'));
    expect(await isTrainingDue(CHAIN)).toBe(false);
    expect(await isTrainingDue(CHAIN, new Date(Date.now() + WEEK_MS + MINUTE_MS))).toBe(true);
    expect(await claimTraining(CHAIN, WEEK_MS, new Date())).toBeUndefined();
  });
});

describe('a training', () => {
  it('is not due for days that it would not use', async () => {
    await importUntilToday(ENOUGH - 1);
    expect(await database().feeDay.count()).toBe(ENOUGH);
    expect(await isTrainingDue(CHAIN)).toBe(false);
    await importUntilToday(ENOUGH);
    expect(await isTrainingDue(CHAIN)).toBe(true);
    await database().feeDay.updateMany({ data: { hours: 5 } });
    expect(await isTrainingDue(CHAIN)).toBe(false);
  });
});

it('a training that failed is not due before its rest is over', async () => {
  await importUntilToday(ENOUGH);
  const fail = () => Promise.reject(new Error('killed'));
  await expect(claimTask('train', CHAIN, WEEK_MS, fail)).rejects.toThrow('killed');
  expect(await isTrainingDue(CHAIN)).toBe(false);
  expect(await isTrainingDue(CHAIN, new Date(Date.now() + 120_000))).toBe(true);
});
