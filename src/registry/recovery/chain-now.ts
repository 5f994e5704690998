import { databaseNow } from '@/platform/database/database-now';
import { askChain } from '@/platform/chain-rpc';

/**
 * The time that the next block will have at least: the contract compares with the block's time. An idle chain's latest
 * block lies behind our clock.
 * @throws AppError chain-unavailable
 */
export async function chainNow(): Promise<Date> {
  const latest = await askChain((rpc) => rpc.getBlock('latest'));
  return new Date(Math.max((await databaseNow()).getTime(), (latest?.timestamp ?? 0) * 1_000));
}
