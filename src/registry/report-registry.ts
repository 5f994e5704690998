import { Interface, type Result } from 'ethers';
import { reportRegistryAbi } from '@/generated/report-registry';
import { askChain } from '@/platform/chain-rpc';
import { env } from '@/platform/env';

/** The contract's functions, events and errors. */
export const registryInterface = new Interface(reportRegistryAbi);

/** A view function of the contract that the application asks. */
type View =
  | 'getReport'
  | 'hasPermission'
  | 'isAttestationRetracted'
  | 'currentWallet'
  | 'getRecovery'
  | 'hasRole'
  | 'getCompromise'
  | 'defaultAdmin'
  | 'pendingDefaultAdmin';

/**
 * Asks a view function of the contract.
 * @param block at the end of which it is asked; nodes without an archive know the last 128 only
 * @returns the decoded answer, to be checked by the caller
 * @throws AppError chain-unavailable, also when there is no such contract at the address
 */
export async function askRegistry(
  view: View,
  args: readonly unknown[],
  block: number | 'latest' = 'latest',
): Promise<Result> {
  const data = registryInterface.encodeFunctionData(view, args);
  return askChain(async (rpc) => {
    const answer = await rpc.call({ to: env().REGISTRY_ADDRESS, data, blockTag: block });
    return registryInterface.decodeFunctionResult(view, answer);
  });
}
