import { concat, keccak256, ZeroHash } from 'ethers';
import { askChain } from '@/platform/chain-rpc';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { isReportEvent } from '@/registry/chain/chain-events';
import { readEvents } from '@/registry/follower/read-events';
import type { OnChainReport } from '@/registry/contract/read-report';
import { permissionWords } from '@/sharing/grants/permission-words';

/**
 * Finds the list whose hash the contract holds now: the indexed list or, while a change waits for its confirmations,
 * the list in the log of the block that contains it.
 * @throws AppError chain-unavailable when the list cannot be found: then access is denied
 */
export async function findPermissionWords(
  contentHash: Uint8Array<ArrayBuffer>,
  chain: OnChainReport,
): Promise<string[]> {
  if (chain.permissionsHash === ZeroHash) return [];
  const row = await database().chainReport.findUnique({
    where: { contentHash },
    select: { permissions: true },
  });
  const indexed = permissionWords.parse(row?.permissions ?? []);
  if (isList(indexed, chain)) return indexed;
  const logged = await readLists(contentHash, chain.permissionsBlock);
  const words = logged.find((list) => isList(list, chain));
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

/** As in the contract: keccak256(abi.encodePacked(list)). */
function isList(words: readonly string[], { permissionsHash }: OnChainReport): boolean {
  return keccak256(concat(words)) === permissionsHash;
}
