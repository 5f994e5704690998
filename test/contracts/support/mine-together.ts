import type { JsonRpcSigner, TransactionReceipt } from 'ethers';
import type { RegistryChain } from './registry-chain';

/** A transaction that waits in the mempool: who, which function, its arguments. */
export type PendingCall = readonly [from: JsonRpcSigner, name: string, ...args: unknown[]];

/**
 * Mines several transactions in one block, in the given order.
 * @returns their receipts; `status` 0 means a refusal
 */
export async function mineTogether(
  { provider, abi, registry }: RegistryChain,
  calls: readonly PendingCall[],
): Promise<TransactionReceipt[]> {
  await provider.send('evm_setAutomine', [false]);
  const hashes: string[] = [];
  for (const [index, [from, name, ...args]] of calls.entries()) {
    // The earlier pays more, so that the miner keeps the order.
    const tip = `0x${(10_000_000_000 - index * 1_000_000_000).toString(16)}`;
    const transaction = {
      from: from.address,
      to: registry,
      data: abi.encodeFunctionData(name, args),
      gas: '0x4c4b40',
      maxFeePerGas: '0x4a817c800',
      maxPriorityFeePerGas: tip,
    };
    hashes.push(String(await provider.send('eth_sendTransaction', [transaction])));
  }
  await provider.send('evm_mine', []);
  await provider.send('evm_setAutomine', [true]);
  return Promise.all(
    hashes.map(async (hash) => {
      const receipt = await provider.getTransactionReceipt(hash);
      if (receipt === null) throw new Error('The transaction was not mined');
      return receipt;
    }),
  );
}
