import { Interface, type Result } from 'ethers';
import { z } from 'zod';
import { reportRegistryAbi } from '@/generated/report-registry';
import { askChain } from '@/platform/chain-rpc';
import { env } from '@/platform/env';

/** The contract's functions, events and errors. */
export const registryInterface = new Interface(reportRegistryAbi);

/** A view function of the contract that the application asks. */
type View =
  | 'getReport'
  | 'hasPermission'
  | 'viewReport'
  | 'isAttestationRetracted'
  | 'currentWallet'
  | 'getRecovery'
  | 'hasRole'
  | 'supportsInterface'
  | 'getCompromise'
  | 'defaultAdmin'
  | 'pendingDefaultAdmin';

/**
 * Asks a view function of the contract.
 * @param blockHash at the end of which it is asked: a node on another branch has to refuse (EIP-1898); nodes
 * without an archive keep the last 128 blocks only. Null for the latest block
 * @returns the decoded answer, to be checked by the caller
 * @throws AppError chain-unavailable, also when there is no such contract at the address
 */
export async function askRegistry(
  view: View,
  args: readonly unknown[],
  blockHash: string | null = null,
): Promise<Result> {
  const call = {
    to: env().REGISTRY_ADDRESS,
    data: registryInterface.encodeFunctionData(view, args),
  };
  return askChain(async (rpc) => {
    // ethers names a block by its number only.
    const answer =
      blockHash === null
        ? await rpc.call(call)
        : z.string().parse(await rpc.send('eth_call', [call, { blockHash }]));
    return registryInterface.decodeFunctionResult(view, answer);
  });
}
