import { hexlify, type Result } from 'ethers';
import { askChain } from '@/platform/chain-rpc';
import { env } from '@/platform/env';
import { registryInterface } from '@/registry/contract/report-registry';
import { permissionEnds } from '@/sharing/grants/permission-ends';
import { permissionWords } from '@/sharing/grants/permission-words';

/** Many paid plans answer `eth_getLogs` for so many blocks at once; free ones for 5 to 10. */
export const BLOCKS_OF_A_QUESTION = 1_000;

/**
 * Looks for a viewer in the newest list of a report from events alone: reads every log of the report since the
 * contract was deployed, so many blocks ago. Bench only: it cannot notice a compromised issuer, nor a node that
 * withholds logs.
 */
export async function scanForPermission(
  contentHash: string,
  tag: Uint8Array,
  blocks: number,
): Promise<boolean> {
  const { REGISTRY_ADDRESS: address } = env();
  const head = await askChain((rpc) => rpc.getBlockNumber());
  let permissions: string[] = [];
  for (let fromBlock = head - blocks + 1; fromBlock <= head; fromBlock += BLOCKS_OF_A_QUESTION) {
    const toBlock = Math.min(fromBlock + BLOCKS_OF_A_QUESTION - 1, head);
    const logs = await askChain((rpc) =>
      rpc.getLogs({ address, fromBlock, toBlock, topics: [null, contentHash] }),
    );
    for (const log of logs) {
      const event = registryInterface.parseLog(log);
      permissions =
        event?.name === 'ReportAdded' || event?.name === 'PermissionsSet'
          ? permissionWords.parse((event.args.getValue('permissions') as Result).toArray())
          : [];
    }
  }
  const end = permissionEnds(permissions).get(hexlify(tag));
  return end !== undefined && (end === null || end.getTime() > Date.now());
}
