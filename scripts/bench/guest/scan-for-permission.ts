import { hexlify, type Result } from 'ethers';
import { askChain } from '@/platform/chain-rpc';
import { env } from '@/platform/env';
import { registryInterface } from '@/registry/contract/report-registry';
import { permissionEnds } from '@/sharing/grants/permission-ends';
import { permissionWords } from '@/sharing/grants/permission-words';

/**
 * Looks for a viewer in the newest list of a report from events alone: reads every log of the report
 * since the contract was deployed. Bench only: it cannot notice a compromised issuer, nor a node that withholds logs.
 */
export async function scanForPermission(contentHash: string, tag: Uint8Array): Promise<boolean> {
  const { REGISTRY_ADDRESS: address, REGISTRY_DEPLOYED_BLOCK: fromBlock } = env();
  const logs = await askChain((rpc) =>
    rpc.getLogs({ address, fromBlock, toBlock: 'latest', topics: [null, contentHash] }),
  );
  let permissions: string[] = [];
  for (const log of logs) {
    const event = registryInterface.parseLog(log);
    permissions =
      event?.name === 'ReportAdded' || event?.name === 'PermissionsSet'
        ? permissionWords.parse((event.args.getValue('permissions') as Result).toArray())
        : [];
  }
  const end = permissionEnds(permissions).get(hexlify(tag));
  return end !== undefined && (end === null || end.getTime() > Date.now());
}
