import { expect, it } from 'vitest';
import { collectHours } from '@/forecast/history/collect-hours';
import { feeChain } from '@/forecast/history/fee-chain';
import { hourOf } from '@/forecast/hours/hourly-series';
import { claimTask } from '@/forecast/training/claim-task';
import { database } from '@/platform/database/database';
import { behindProxy } from '../../../support/services/behind-proxy';
import { whileCut } from '../../../support/services/breakable-proxy';
import { chain, chainTime, fundedWallet } from '../../../support/chain/test-chain';

const proxy = await behindProxy('CHAIN_RPC_URL');
const { id } = feeChain();
const HOUR = 3_600;
const GWEI = 1e9;

/** Mines a block each ten minutes of some hours from the next full hour on, one payment in each hour. */
async function liveThrough(hours: number): Promise<number> {
  const wallet = await fundedWallet();
  const first = Math.floor((await chainTime()) / HOUR) + 1;
  for (let hour = first; hour < first + hours; hour++) {
    await chain().send('evm_setNextBlockTimestamp', [hour * HOUR]);
    const sent = await wallet.sendTransaction({ to: wallet.address, maxPriorityFeePerGas: GWEI });
    await sent.wait();
    await chain().send('anvil_mine', ['0x4', '0x258']);
  }
  return first;
}

it('keeps each hour of the chain’s real fees once, and their mean as the day’s', async () => {
  const first = await liveThrough(5);
  const hours = Array.from({ length: 5 }, (_, index) => first + index);
  // The last hour is not over: no block ends it.
  expect(await collectHours(id, hours)).toBe(4);
  const rows = await database().feeHour.findMany({ orderBy: { startsAt: 'asc' } });
  expect(rows.map(({ startsAt }) => hourOf(startsAt))).toEqual(hours.slice(0, 4));
  // It only falls here, at last to 7 wei, where a mean of sevens is not quite seven.
  const base = Number((await chain().getBlock('latest'))?.baseFeePerGas) / GWEI;
  for (const row of rows) {
    expect(row.baseLow).toBeGreaterThan(0);
    expect(row.baseLow).toBeLessThanOrEqual(row.baseMedian);
    expect(row.baseMedian).toBeLessThanOrEqual(row.baseHigh);
    expect(row.price / base).toBeGreaterThan(0.999);
    expect(row.source).toBe('COLLECTED');
  }
  expect(await collectHours(id, hours)).toBe(0);
  const days = await database().feeDay.findMany();
  expect(days.reduce((sum, day) => sum + day.hours, 0)).toBe(4);
});

it('resumes where a cut connection stopped it, and reports that the chain is down', async () => {
  const first = await liveThrough(3);
  const hours = [first, first + 1];
  await whileCut(proxy, async () => {
    const attempt = claimTask('collect', id, 0, () => collectHours(id, hours));
    await expect(attempt).rejects.toMatchObject({ code: 'chain-unavailable' });
  });
  const task = await database().feeTask.findUnique({ where: { id: `collect:${id}` } });
  expect(task).toMatchObject({ lastError: 'chain-unavailable', claimedBy: null, doneAt: null });
  expect(await claimTask('collect', id, 0, () => collectHours(id, hours))).toBe(2);
  // Within the hour there is nothing to do again.
  expect(
    await claimTask('collect', id, HOUR * 1_000, () => collectHours(id, hours)),
  ).toBeUndefined();
});

it('asks for no hour that has not come, nor for any before the chain began', async () => {
  const genesis = await chain().getBlock(0);
  const began = Math.floor((genesis?.timestamp ?? 0) / HOUR);
  expect(await collectHours(id, [began - 1, began - 1_000, began + 1_000_000])).toBe(0);
});
