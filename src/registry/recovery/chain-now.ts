import { askChain } from '@/platform/chain-rpc';
import { isAppError } from '@/platform/errors';

/**
 * The time that the next block will have at least: the contract judges by blocks. An idle chain's latest
 * block lies behind our clock.
 * @throws AppError chain-unavailable
 */
export async function chainNow(): Promise<Date> {
  const latest = await askChain((rpc) => rpc.getBlock('latest'));
  return new Date(Math.max(Date.now(), (latest?.timestamp ?? 0) * 1_000));
}

/** The same for a page, which tells our own time while the chain cannot be asked: nothing follows from it. */
export async function pageNow(): Promise<Date> {
  try {
    return await chainNow();
  } catch (error) {
    if (isAppError(error, 'chain-unavailable')) return new Date();
    throw error;
  }
}
