import { Interface } from 'ethers';
import { z } from 'zod';
import { askChain } from '@/platform/chain-rpc';
import { env } from '@/platform/env';
import type { PriceProblem } from './price-problems';

/** The part of Chainlink's AggregatorV3Interface that a price needs. */
const feedInterface = new Interface([
  'function decimals() view returns (uint8)',
  'function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)',
]);

/** USD for one ether, or why it is unknown: a price is never invented. */
export type EthPrice =
  { known: true; usd: number; updatedAt: Date } | { known: false; problem: PriceProblem };

/** What a feed answers, decoded. */
const roundSchema = z.object({ answer: z.bigint(), updatedAt: z.bigint() });

/** Asks the configured Chainlink-shaped feed for the price of one ether. Never throws: a fee without USD is still a fee. */
export async function readEthPrice(): Promise<EthPrice> {
  const { PRICE_FEED_ADDRESS: feed, PRICE_FEED_MAX_AGE: maxAge } = env();
  if (feed === undefined) return { known: false, problem: 'no-feed' };
  try {
    const [decimals, round] = await Promise.all([
      ask(feed, 'decimals'),
      ask(feed, 'latestRoundData'),
    ]);
    const { answer, updatedAt } = roundSchema.parse(round.toObject());
    if (answer <= 0n) return { known: false, problem: 'not-positive' };
    const updated = new Date(Number(updatedAt) * 1_000);
    if (Date.now() - updated.getTime() > maxAge * 1_000) return { known: false, problem: 'stale' };
    const places = z.bigint().parse(decimals[0]);
    return { known: true, usd: Number(answer) / 10 ** Number(places), updatedAt: updated };
  } catch {
    return { known: false, problem: 'no-answer' };
  }
}

async function ask(feed: string, view: 'decimals' | 'latestRoundData') {
  const data = feedInterface.encodeFunctionData(view);
  return askChain(async (rpc) =>
    feedInterface.decodeFunctionResult(view, await rpc.call({ to: feed, data })),
  );
}
