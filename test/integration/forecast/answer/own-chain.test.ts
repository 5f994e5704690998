import { toQuantity } from 'ethers';
import { expect, it } from 'vitest';
import { readForecast } from '@/forecast/answer/read-forecast';
import { refreshForecast } from '@/forecast/answer/refresh-forecast';
import { collectHours } from '@/forecast/history/collect-hours';
import { feeChain } from '@/forecast/history/fee-chain';
import { dayOf, weekdayOf } from '@/forecast/series/day';
import { database } from '@/platform/database/database';
import { chain, chainTime } from '../../../support/chain/test-chain';

/** Of hourly blocks; the chain remembers the fees of 2,048 blocks. */
const DAYS = 80;
const HOUR = 3_600;
const DAY = 24 * HOUR;
/** The last hours of a day: the 20 blocks before each are of that day. */
const SAMPLED = [18, 19, 20, 21, 22, 23];
const GWEI = 10n ** 9n;
/** Sunday first. Without transactions the base fee falls with each block, by the same share each day. */
const BASE_GWEI = [12n, 30n, 32n, 31n, 33n, 30n, 24n];

const { id } = feeChain();

/** Lets days pass on the chain, whose base fee follows their weekday. */
async function liveThrough(days: number): Promise<{ hours: number[]; now: Date }> {
  const first = Math.floor((await chainTime()) / DAY) + 1;
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
  return { hours: hours.flat(), now };
}

it('forecasts from the chain’s own record, and finds its week', async () => {
  const { hours, now } = await liveThrough(DAYS);
  expect(await collectHours(id, hours.slice(0, 100))).toBe(100);
  // The rest, as after an interruption: what is known is not asked for again.
  expect(await collectHours(id, hours)).toBe(hours.length - 100);
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
