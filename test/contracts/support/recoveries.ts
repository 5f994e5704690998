import { type JsonRpcSigner, type TransactionReceipt, ZeroAddress } from 'ethers';
import type { RegistryChain } from './registry-chain';
import { latestTime } from './reports';

/** Seven days. */
export const RECOVERY_DELAY = 604_800;

/** Thirty days, after which an open recovery lapses. */
export const RECOVERY_WINDOW = 2_592_000;

/** `getRecovery` of a wallet without a proposal. */
export const NO_RECOVERY = [ZeroAddress, 0n, ZeroAddress];

/**
 * Proposes a recovery.
 * @returns the first second at which it can be executed
 */
export async function proposeRecovery(
  chain: RegistryChain,
  oldOwner: JsonRpcSigner,
  newOwner: JsonRpcSigner,
): Promise<number> {
  await chain.send(chain.recoverer, 'proposeRecovery', oldOwner.address, newOwner.address);
  return (await latestTime(chain)) + RECOVERY_DELAY;
}

/** Proposes a recovery, waits, and lets the new wallet execute it. */
export async function recover(
  chain: RegistryChain,
  oldOwner: JsonRpcSigner,
  newOwner: JsonRpcSigner,
): Promise<TransactionReceipt> {
  const opensAt = await proposeRecovery(chain, oldOwner, newOwner);
  await chain.nextBlockAt(opensAt);
  return chain.send(newOwner, 'executeRecovery', oldOwner.address);
}
