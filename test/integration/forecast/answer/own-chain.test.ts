import { toQuantity } from 'ethers';
import { expect, it } from 'vitest';
import { readForecast } from '@/forecast/answer/read-forecast';
import { refreshForecast } from '@/forecast/answer/refresh-forecast';
import { collectHours } from '@/forecast/history/collect-hours';
import { feeChain } from '@/forecast/history/fee-chain';
import { sampleFees } from '@/forecast/history/sample-hour';
import { saveHours, type HourSample } from '@/forecast/history/save-hours';
import { dayOf, weekdayOf } from '@/forecast/series/day';
import { database } from '@/platform/database/database';
import { chain, chainTime } from '../../../support/chain/test-chain';

/** Of hourly blocks; the chain remembers the fees of 2,048 blocks. */
const DAYS = 80;
/** Of them, the newest are collected as the worker does; of the older ones the test knows the blocks. */
const COLLECTED_DAYS = 15;
const HOUR = 3_600;
const DAY = 24 * HOUR;
/** The last hours of a day: the blocks before each that are looked at are of that day. */
const SAMPLED = [18, 19, 20, 21, 22, 23];
const BLOCKS = 20;
const GWEI = 10n ** 9n;
/** Sunday first. Without transactions the base fee falls with each block, by the same share each day. */
const BASE_GWEI = [12n, 30n, 32n, 31n, 33n, 30n, 24n];

const { id } = feeChain();

/** Lets days pass on the chain, whose base fee follows their weekday. */
async function liveThrough(
  days: number,
): Promise<{ hours: number[]; blockOf: (hour: number) => number; now: Date }> {
  const first = Math.floor((await chainTime()) / DAY) + 1;
  const firstBlock = (await chain().getBlockNumber()) + 1;
  for (let day = first; day < first + days; day += 1) {
    const base = (BASE_GWEI[weekdayOf(day)] ?? 0n) * GWEI;
    await chain().send('anvil_setNextBlockBaseFeePerGas', [toQuantity(base)]);
    await chain().send('evm_setNextBlockTimestamp', [day * DAY]);
    await chain().send('anvil_mine', [toQuantity(24), toQuantity(HOUR)]);
  }
  const now = new Date((first + days) * DAY * 1_000);
  await chain().send('evm_setNextBlockTimestamp', [now.getTime() / 1_000]);
  await chain().send('evm_mine', []);
  const hours = Array.from({ length: days }, (_, day) =>
    SAMPLED.map((h) => 24 * (first + day) + h),
  );
  return { hours: hours.flat(), blockOf: (hour) => firstBlock + hour - 24 * first, now };
}

/** Saves what the worker would have collected of some hours, without its search for their blocks. */
async function saveAsCollected(
  hours: readonly number[],
  blockOf: (hour: number) => number,
): Promise<void> {
  const samples: HourSample[] = [];
  for (const hour of hours) {
    const sample = await sampleFees(blockOf(hour), BLOCKS);
    if (sample) samples.push({ hour, ...sample });
  }
  await saveHours(id, samples, 'COLLECTED');
}

it('forecasts from the chain’s own record, and finds its week', async () => {
  const { hours, blockOf, now } = await liveThrough(DAYS);
  const newest = hours.slice(-COLLECTED_DAYS * SAMPLED.length);
  await saveAsCollected(hours.slice(0, -newest.length), blockOf);
  expect(await collectHours(id, newest.slice(0, 30))).toBe(30);
  // The rest, as after an interruption: what is known is not asked for again.
  expect(await collectHours(id, hours)).toBe(newest.length - 30);
  expect(await database().feeDay.count({ where: { hours: SAMPLED.length } })).toBe(DAYS);

  expect(await refreshForecast(id, now)).toBe(true);
  const answer = await readForecast(now);
  if (answer.status !== 'ready') throw new Error(`no forecast: ${answer.reason}`);
  expect(answer).toMatchObject({ source: 'COLLECTED', chain: { id, isOwn: true } });
  const [cheapest, , , , , dearest] = answer.days.toSorted((a, b) => a.point - b.point);
  expect(weekdayOf(dayOf(new Date(cheapest?.date ?? 0)))).toBe(0);
  const ratio = (cheapest?.point ?? 0) / (dearest?.point ?? 1);
  expect(ratio).toBeGreaterThan(0.3);
  expect(ratio).toBeLessThan(0.6);
  expect(answer.record?.sundaySavedPercent).toBeGreaterThan(40);
}, 120_000);
