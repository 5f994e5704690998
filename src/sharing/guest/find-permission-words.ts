import { concat, keccak256, ZeroHash } from 'ethers';
import { askChain } from '@/platform/chain-rpc';
import { AppError } from '@/platform/errors';
import { isReportEvent } from '@/registry/chain/chain-events';
import { readEvents } from '@/registry/follower/read-events';
import type { OnChainReport } from '@/registry/contract/read-report';

/**
 * Finds the list whose hash the contract holds now: the indexed list or, while a change waits for its confirmations,
 * the list in the log of the block that contains it.
 * @param indexed the indexed list
 * @throws AppError chain-unavailable when the list cannot be found: then access is denied
 */
export async function findPermissionWords(
  contentHash: Uint8Array<ArrayBuffer>,
  chain: OnChainReport,
  indexed: string[],
): Promise<string[]> {
  if (chain.permissionsHash === ZeroHash) return [];
  if (isCurrentList(indexed, chain)) return indexed;
  const logged = await readLists(contentHash, chain.permissionsBlock);
  const words = logged.find((list) => isCurrentList(list, chain));
  if (words === undefined) throw new AppError('chain-unavailable');
  return words;
}

async function readLists(contentHash: Uint8Array<ArrayBuffer>, block: number): Promise<string[][]> {
  const blocks = await askChain((rpc) => readEvents(rpc, block, block));
  return blocks
    .flatMap(({ events }) => events)
    .filter(isReportEvent)
    .filter((event) => Buffer.compare(event.contentHash, contentHash) === 0)
    .flatMap((event) => ('permissions' in event ? [event.permissions] : []));
}

/** Whether a list is the one that the contract holds. As there: keccak256(abi.encodePacked(list)), zero when empty. */
export function isCurrentList(
  words: readonly string[],
  { permissionsHash }: OnChainReport,
): boolean {
  return permissionsHash === (words.length === 0 ? ZeroHash : keccak256(concat(words)));
}
