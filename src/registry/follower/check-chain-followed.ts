import { readFollowerPosition } from './read-follower-position';

/** More than a minute of the fastest chains, a quarter of an hour of Ethereum. */
const MAX_LAG_BLOCKS = 75;

/**
 * Checks that the node is on the configured chain, and that the follower keeps up with it.
 * @throws Error when the node does not answer, is on another chain, or the follower lags
 */
export async function checkChainFollowed(): Promise<void> {
  const { head, readUpTo, confirmations } = await readFollowerPosition();
  if (head === null) throw new Error('the node does not answer, or is on another chain');
  // Before its first run a follower begins at the contract's block, which may be long ago.
  const lag = readUpTo === null ? 0 : head - confirmations - readUpTo;
  if (lag > MAX_LAG_BLOCKS) throw new Error(`the follower is ${lag} blocks behind`);
}
