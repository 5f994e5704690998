import { hexlify, Interface, ZeroHash } from 'ethers';
import { trailAnchorAbi } from '@/generated/trail-anchor';
import { askChain } from '@/platform/chain-rpc';
import { env } from '@/platform/env';
import { AppError } from '@/platform/errors';

/** The functions, events and errors of TrailAnchor. */
export const trailAnchorInterface = new Interface(trailAnchorAbi);

/**
 * The root that the chain keeps for a day.
 * @param block at whose end it is asked: a number, or `latest`
 * @returns 0x-hex, zeros when the day was not anchored; null where the trail is not anchored at all
 * @throws AppError chain-unavailable, also when there is no such contract at the address
 */
export async function readDayRoot(
  day: number,
  block: number | 'latest' = 'latest',
): Promise<string | null> {
  const { TRAIL_ANCHOR_ADDRESS: to } = env();
  if (to === undefined) return null;
  const data = trailAnchorInterface.encodeFunctionData('rootOf', [day]);
  const answer = await askChain((rpc) => rpc.call({ to, data, blockTag: block }));
  // As of a block before the contract was there.
  if (answer === '0x' && block !== 'latest') return ZeroHash;
  if (answer.length !== 2 + 64) {
    throw new AppError('chain-unavailable', { cause: new Error(`no TrailAnchor at ${to}`) });
  }
  return hexlify(answer);
}
