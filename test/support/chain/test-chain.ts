import { hexlify, JsonRpcProvider, Wallet, type TransactionResponse } from 'ethers';
import { env } from '@/platform/env';
import type { CallRequest } from '@/registry/calls/encode-calls';
import { registryInterface } from '@/registry/contract/report-registry';
import type { Person } from '../people/factories';
import { storeWallet } from '../people/store-wallet';

const ETHER = 10n ** 18n;

let provider: JsonRpcProvider | undefined;

/** The test's own way to the chain: never through a proxy that the test may have cut. */
export function chain(): JsonRpcProvider {
  provider ??= new JsonRpcProvider(DIRECT_URL, 31_337, { staticNetwork: true, cacheTimeout: -1 });
  return provider;
}

const DIRECT_URL = process.env['CHAIN_RPC_URL'];

/** Mines empty blocks. */
export async function mine(blocks = 1): Promise<void> {
  await chain().send('anvil_mine', [`0x${blocks.toString(16)}`]);
}

/**
 * The time of the chain, in unix seconds. It is asked by a block of its own: the latest one may be
 * older, and no block can be set before the clock.
 */
export async function chainTime(): Promise<number> {
  await mine();
  const latest = await chain().getBlock('latest');
  if (latest === null) throw new Error('The chain has no latest block');
  return latest.timestamp;
}

/** While it runs, transactions wait in the pool; the work decides when a block is made. */
export async function withoutAutomine(work: () => Promise<void>): Promise<void> {
  await chain().send('evm_setAutomine', [false]);
  try {
    await work();
  } finally {
    await chain().send('evm_setAutomine', [true]);
  }
}

/** A point of the chain to come back to, as a reorganisation does. */
export async function forkPoint(): Promise<{ goBack: () => Promise<void> }> {
  const id: unknown = await chain().send('evm_snapshot', []);
  return {
    goBack: async () => {
      await chain().send('evm_revert', [id]);
      // What is mined from here on must not become the same blocks again.
      await chain().send('evm_increaseTime', [7]);
    },
  };
}

/** A wallet with some ether. */
export async function fundedWallet(): Promise<Wallet> {
  const wallet = new Wallet(Wallet.createRandom().privateKey, chain());
  await setBalance(wallet.address, ETHER);
  return wallet;
}

export async function setBalance(address: string, wei: bigint): Promise<void> {
  await chain().send('anvil_setBalance', [address, `0x${wei.toString(16)}`]);
}

/** A funded wallet that is bound to a patient. */
export async function bindWallet({ actor }: Person): Promise<Wallet> {
  const wallet = await fundedWallet();
  await storeWallet(actor.accountId, wallet.address);
  return wallet;
}

/**
 * Sends what a page would hand to the wallet.
 * @param options.blind without asking the node whether it would succeed
 */
export async function sendFrom(
  wallet: Wallet,
  request: CallRequest,
  options: { blind?: boolean; nonce?: number; tipGwei?: number } = {},
): Promise<TransactionResponse> {
  const { to, data, chainId } = request;
  const { blind = false, nonce, tipGwei } = options;
  return wallet.sendTransaction({
    to,
    data,
    chainId: BigInt(chainId),
    ...(blind ? { gasLimit: 300_000n } : {}),
    ...(nonce === undefined ? {} : { nonce }),
    ...(tipGwei === undefined
      ? {}
      : {
          maxPriorityFeePerGas: BigInt(tipGwei) * 10n ** 9n,
          maxFeePerGas: BigInt(tipGwei + 50) * 10n ** 9n,
        }),
  });
}

/** Withdraws a report by its owner's wallet, past our pages. */
export async function withdrawOnChain(wallet: Wallet, contentHash: Uint8Array): Promise<void> {
  const data = registryInterface.encodeFunctionData('withdrawReport', [hexlify(contentHash)]);
  await (await wallet.sendTransaction({ to: env().REGISTRY_ADDRESS, data })).wait();
}
