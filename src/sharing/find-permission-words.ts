import { concat, keccak256, ZeroHash } from 'ethers';
import { askChain } from '@/platform/chain-rpc';
import { database } from '@/platform/database';
import { AppError } from '@/platform/errors';
import { readEvents } from '@/registry/read-events';
import type { OnChainReport } from '@/registry/read-report';
import { permissionWords } from './permission-words';

/**
 * The list whose hash the contract holds at this moment. Ours may be older than the chain's for as long as a
 * change waits for its confirmations, so the lists that were prepared are tried too, and last the log of
 * the one block that carries it.
 * @throws AppError chain-unavailable when no list can be found: then nobody is let in
 */
export async function findPermissionWords(
  report: { id: string; contentHash: Uint8Array<ArrayBuffer> },
  chain: OnChainReport,
): Promise<string[]> {
  if (chain.permissionsHash === ZeroHash) return [];
  const known = (await knownLists(report)).find((list) => isList(list, chain));
  const words = known ?? (await readList(report.contentHash, chain));
  if (words === undefined) throw new AppError('chain-unavailable');
  return words;
}

async function knownLists(report: {
  id: string;
  contentHash: Uint8Array<ArrayBuffer>;
}): Promise<string[][]> {
  const indexed = await database().chainReport.findUnique({
    where: { contentHash: report.contentHash },
    select: { permissions: true },
  });
  const prepared = await database().chainTransaction.findMany({
    where: { reportId: report.id, kind: { not: 'RETRACT_REPORT' } },
    select: { permissions: true },
    orderBy: { createdAt: 'desc' },
  });
  const rows = indexed === null ? prepared : [indexed, ...prepared];
  return rows.map(({ permissions }) => permissionWords.parse(permissions));
}

async function readList(
  contentHash: Uint8Array<ArrayBuffer>,
  chain: OnChainReport,
): Promise<string[] | undefined> {
  const at = chain.permissionsBlock;
  const blocks = await askChain((rpc) => readEvents(rpc, at, at));
  return blocks
    .flatMap(({ events }) => events)
    .filter((event) => Buffer.compare(event.contentHash, contentHash) === 0)
    .flatMap((event) => ('permissions' in event ? [event.permissions] : []))
    .find((list) => isList(list, chain));
}

/** As in the contract: keccak256(abi.encodePacked(list)). */
function isList(words: readonly string[], { permissionsHash }: OnChainReport): boolean {
  return keccak256(concat(words)) === permissionsHash;
}
