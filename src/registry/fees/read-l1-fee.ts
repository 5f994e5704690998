import { Interface, Transaction } from 'ethers';
import { z } from 'zod';
import { askChain } from '@/platform/chain-rpc';
import { env } from '@/platform/env';

/** Of OP Stack chains, a contract at 0x420000000000000000000000000000000000000F. */
const oracle = new Interface(['function getL1Fee(bytes) view returns (uint256)']);

/** What a call carries. */
interface Carried {
  to: string;
  data: string;
}

/**
 * What a layer-2 chain charges, beside gas, for writing a transaction's data to Ethereum. Asked of the chain's
 * `GasPriceOracle` (Optimism's specification, "L1 cost fees"), which takes the unsigned transaction and adds the size
 * of a signature itself.
 * @param gas units, which stand in the transaction
 * @returns wei; 0 on chains without such a fee, where no oracle is configured
 * @throws AppError chain-unavailable, also when there is no such contract at the address
 */
export async function readL1Fee({ to, data }: Carried, gas: bigint): Promise<bigint> {
  const { GAS_PRICE_ORACLE_ADDRESS: address, CHAIN_ID: chainId } = env();
  if (address === undefined) return 0n;
  const { unsignedSerialized } = Transaction.from({
    type: 2,
    chainId,
    // As long as real ones are: only their size counts.
    nonce: 0xffff,
    gasLimit: gas,
    maxFeePerGas: 1_000_000_000n,
    maxPriorityFeePerGas: 1_000_000n,
    to,
    data,
  });
  const call = { to: address, data: oracle.encodeFunctionData('getL1Fee', [unsignedSerialized]) };
  return askChain(async (rpc) => {
    const [fee] = oracle.decodeFunctionResult('getL1Fee', await rpc.call(call));
    return z.bigint().parse(fee);
  });
}
