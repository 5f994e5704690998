import { getBytes, hexlify, keccak256, type Wallet } from 'ethers';
import { env } from '@/platform/env';
import type { RelayPrice } from './price-relayed-call';

/** A signed transaction. */
export interface SignedTransaction {
  raw: Uint8Array<ArrayBuffer>;
  hash: string;
}

/** Signs the transaction that carries a patient's call, as the relayer. */
export async function signRelayedCall(
  wallet: Wallet,
  callData: Uint8Array,
  nonce: number,
  { gasLimit, maxFeePerGas, maxPriorityFeePerGas }: RelayPrice,
): Promise<SignedTransaction> {
  const raw = await wallet.signTransaction({
    type: 2,
    chainId: env().CHAIN_ID,
    to: env().REGISTRY_ADDRESS,
    data: hexlify(callData),
    nonce,
    gasLimit,
    maxFeePerGas,
    maxPriorityFeePerGas,
  });
  return { raw: Uint8Array.from(getBytes(raw)), hash: keccak256(raw) };
}
