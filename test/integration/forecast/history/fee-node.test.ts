import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collectHours } from '@/forecast/history/collect-hours';
import { feeChain } from '@/forecast/history/fee-chain';
import { hourOf } from '@/forecast/hours/hourly-series';
import { claimTask } from '@/forecast/training/claim-task';
import { database } from '@/platform/database/database';
import { emptyFees } from '../../../support/forecast/fee-forecasts';

const SECRET = 'key-that-nobody-may-read';
const HOUR = 3_600;

const requestSchema = z.object({ id: z.number(), method: z.string(), params: z.unknown() });

/** What the node answers next: the body of an answer to a request, or a status. */
let say: (request: z.infer<typeof requestSchema>) => unknown;

/** The node always answers with its chain id. */
function answerOf(request: z.infer<typeof requestSchema>): unknown {
  const answer = say(request);
  const isUp = typeof answer !== 'number';
  return isUp && request.method === 'eth_chainId' ? result(request.id, '0x1') : answer;
}

// A node of another chain, whose answers the test chooses.
const node = createServer((incoming, outgoing) => {
  let body = '';
  incoming.on('data', (part: Buffer) => (body += part.toString()));
  incoming.on('end', () => {
    const request: unknown = JSON.parse(body);
    const answer = Array.isArray(request)
      ? request.map((one) => answerOf(requestSchema.parse(one)))
      : answerOf(requestSchema.parse(request));
    const status = [answer].flat().find((one) => typeof one === 'number');
    outgoing.statusCode = status ?? 200;
    outgoing.setHeader('content-type', 'application/json');
    outgoing.end(status === undefined ? JSON.stringify(answer) : 'down');
  });
});
await new Promise<void>((resolve) => node.listen(0, '127.0.0.1', resolve));
// It listens on a port, not on a pipe.
const { port } = node.address() as AddressInfo;
Object.assign(process.env, {
  FEE_RPC_URL: `http://127.0.0.1:${port}/${SECRET}`,
  FEE_CHAIN_ID: '1',
  FEE_CHAIN_NAME: 'Ethereum',
});
afterAll(() => {
  node.close();
  node.closeAllConnections();
});

beforeEach(emptyFees);

const result = (id: number, value: unknown) => ({ jsonrpc: '2.0', id, result: value });
const hex = (value: number) => `0x${Math.round(value).toString(16)}`;
const latest = Math.floor(Date.now() / HOUR / 1_000) * HOUR;

/** A chain of a block a minute, at 12 gwei with a tip of 1. */
function wellBehaved({ id, method }: { id: number; method: string }): unknown {
  if (method === 'eth_getBlockByNumber') return result(id, { number: '0x0', timestamp: '0x0' });
  return result(id, {
    oldestBlock: '0x1',
    baseFeePerGas: [hex(12e9), hex(12e9)],
    gasUsedRatio: [0.5],
    reward: [[hex(1e9)]],
  });
}

/** A chain of a block a minute since 1970, whose node has no fees before some hour. */
const forgetful =
  (oldest: number) =>
  (request: z.infer<typeof requestSchema>): unknown => {
    const [first, second] = z.array(z.unknown()).parse(request.params);
    const wanted = request.method === 'eth_feeHistory' ? second : first;
    const number = wanted === 'latest' ? latest / 60 : Number(wanted);
    if (request.method === 'eth_getBlockByNumber') {
      return result(request.id, { number: hex(number), timestamp: hex(number * 60) });
    }
    if (number * 60 >= oldest * HOUR) return wellBehaved(request);
    return { jsonrpc: '2.0', id: request.id, error: { code: -32_000, message: 'pruned' } };
  };

const collect = () => claimTask('collect', 1, 0, () => collectHours(1, [latest / HOUR - 1]));

describe('the node of the fees', () => {
  it('may be of another chain than the reports', () => {
    expect(feeChain()).toEqual({ id: 1, name: 'Ethereum', isOwn: false });
  });

  it.each<[string, typeof say]>([
    ['is overloaded', () => 503],
    ['refuses', ({ id }) => ({ jsonrpc: '2.0', id, error: { code: -32_005, message: 'limit' } })],
    ['knows no block', ({ id }) => result(id, null)],
    ['answers with something else', ({ id }) => result(id, { number: 'seven', timestamp: {} })],
  ])('that %s leaves the history as it was, and its address unsaid', async (_, answer) => {
    say = answer;
    const failure: unknown = await collect().catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'chain-unavailable' });
    expect(everythingIn(failure)).not.toContain(SECRET);
    expect(await database().feeHour.count()).toBe(0);
    const task = await database().feeTask.findUniqueOrThrow({ where: { id: 'collect:1' } });
    expect(task).toMatchObject({ lastError: 'chain-unavailable', claimedBy: null });
  });

  it('that refuses the older hours teaches the newer ones, and the older once it no longer does', async () => {
    const end = latest / HOUR;
    const wanted = [1, 2, 3, 4, 5].map((back) => end - back);
    say = forgetful(end - 3);
    await expect(collectHours(1, wanted)).rejects.toMatchObject({ code: 'chain-unavailable' });
    expect(await hoursKnown()).toEqual([end - 3, end - 2, end - 1]);
    // A gap, too, is found again.
    await database().feeHour.deleteMany({
      where: { startsAt: new Date((end - 2) * HOUR * 1_000) },
    });
    say = forgetful(0);
    expect(await collectHours(1, wanted)).toBe(3);
    expect(await hoursKnown()).toEqual(wanted.toReversed());
    const days = await database().feeDay.findMany();
    expect(days.reduce((sum, { hours }) => sum + hours, 0)).toBe(5);
  });

  it('that has forgotten old blocks is asked for none of them, though the chain once was slower', async () => {
    const end = latest / HOUR;
    // A block each two minutes until a month ago, and each minute since.
    const turn = latest - 30 * 24 * HOUR;
    const timeOf = (number: number) =>
      number * 120 < turn ? number * 120 : turn + (number - turn / 120) * 60;
    const newest = turn / 120 + (latest - turn) / 60;
    const asked: number[] = [];
    say = (request) => {
      if (request.method === 'eth_feeHistory') return wellBehaved(request);
      const [block] = z.array(z.unknown()).parse(request.params);
      const number = block === 'latest' ? newest : Number(block);
      asked.push(number);
      return number > 0 && timeOf(number) < turn
        ? result(request.id, null)
        : result(request.id, { number: hex(number), timestamp: hex(timeOf(number)) });
    };
    expect(await collectHours(1, [end - 1, end - 2, end - 3])).toBe(3);
    expect(await hoursKnown()).toEqual([end - 3, end - 2, end - 1]);
    expect(asked.length).toBeLessThan(30);
  });

  it('whose blocks are mostly empty teaches the tips of those that are not', async () => {
    const chainOfMinutes = forgetful(0);
    say = (request) =>
      request.method === 'eth_feeHistory'
        ? result(request.id, {
            oldestBlock: '0x1',
            baseFeePerGas: Array.from({ length: 6 }, () => hex(12e9)),
            gasUsedRatio: [0, 0.4, 0, 0, 0.6],
            reward: [0, 2e9, 0, 0, 2e9].map((tip) => [hex(tip)]),
          })
        : chainOfMinutes(request);
    expect(await collect()).toBe(1);
    const row = await database().feeHour.findFirstOrThrow();
    expect(row).toMatchObject({ priorityFee: 2, samples: 5 });
    expect(row.price).toBeCloseTo(14);
  });

  it('whose fees are nonsense teaches nothing', async () => {
    const blocks = (request: { id: number; method: string }, history: unknown): unknown =>
      request.method === 'eth_getBlockByNumber' ? blockOf(request) : result(request.id, history);
    let number = 0;
    const blockOf = ({ id }: { id: number }) => {
      // Asked first for the newest block, then for the first one; each later one lies in the hour.
      const times = [latest, 0];
      const timestamp = hex(times[number] ?? latest - 60);
      number += 1;
      return result(id, { number: hex(number === 1 ? 2 : number - 2), timestamp });
    };
    say = (request) =>
      blocks(request, { oldestBlock: '0x1', baseFeePerGas: ['zero'], reward: null });
    await expect(collect()).rejects.toMatchObject({ code: 'chain-unavailable' });
    number = 0;
    say = (request) =>
      blocks(request, {
        oldestBlock: '0x1',
        baseFeePerGas: ['0x0', '0x0'],
        gasUsedRatio: [0.5],
        reward: [['0x0']],
      });
    expect(await collect()).toBe(0);
    expect(await database().feeHour.count()).toBe(0);
    number = 0;
    say = (request) =>
      request.method === 'eth_getBlockByNumber' ? blockOf(request) : wellBehaved(request);
    expect(await collect()).toBe(1);
    expect((await database().feeHour.findFirstOrThrow()).price).toBeCloseTo(13);
  });
});

async function hoursKnown(): Promise<number[]> {
  const rows = await database().feeHour.findMany({ orderBy: { startsAt: 'asc' } });
  return rows.map(({ startsAt }) => hourOf(startsAt));
}

/** An error with its causes, as a log would show it. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error);
  return `${error.stack ?? ''} ${error.message} ${JSON.stringify(error)} ${everythingIn(error.cause ?? null)}`;
}
