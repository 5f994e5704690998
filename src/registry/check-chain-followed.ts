import { z } from 'zod';
import { askChain } from '@/platform/chain-rpc';
import { env } from '@/platform/env';
import { readFollowerPosition } from './read-follower-position';

/** More than a minute of the fastest chains, a quarter of an hour of Ethereum. */
const MAX_LAG_BLOCKS = 75;

/**
 * Checks that the node is on the configured chain, and that the follower keeps up with it.
 * @throws Error when the node does not answer, is on another chain, or the follower lags
 */
export async function checkChainFollowed(): Promise<void> {
  const chainId = z.string().parse(await askChain((rpc) => rpc.send('eth_chainId', [])));
  if (Number(chainId) !== env().CHAIN_ID)
    throw new Error(`the node is on chain ${Number(chainId)}`);
  const { head, readUpTo, confirmations } = await readFollowerPosition();
  if (head === null) throw new Error('the node does not answer');
  // Before its first run a follower begins at the contract's block, which may be long ago.
  const lag = readUpTo === null ? 0 : head - confirmations - readUpTo;
  if (lag > MAX_LAG_BLOCKS) throw new Error(`the follower is ${lag} blocks behind`);
}
