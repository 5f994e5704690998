import { BrowserProvider, Interface, type JsonRpcSigner } from 'ethers';
import { network } from 'hardhat';
import type { CompiledContract } from './compile-sources';

/** Enough for every call here; a refund never needs it. */
const GAS_LIMIT = '0xf42400';

/** A contract whose calls are measured. */
export interface MeasuredContract {
  address: string;
  abi: Interface;
  /**
   * Calls it in a block of its own.
   * @returns the gas of the receipt
   */
  call: (from: JsonRpcSigner, name: string, args: readonly unknown[]) => Promise<Measurement>;
  /** Asks a view function; structs and lists come as arrays. */
  ask: (name: string, args: readonly unknown[]) => Promise<unknown[]>;
}

/** What a transaction cost, and what it carried. */
export interface Measurement {
  gas: number;
  block: number;
  calldata: string;
  /** The data of its logs, 0x-hex, one after another. */
  logs: readonly { topics: readonly string[]; data: string }[];
}

/** A fresh chain: the same accounts, addresses and nonces each time, so the same gas. */
export interface MeasuringChain {
  chainId: bigint;
  admin: JsonRpcSigner;
  issuer: JsonRpcSigner;
  owner: JsonRpcSigner;
  stranger: JsonRpcSigner;
  deploy: (contract: CompiledContract, args: readonly unknown[]) => Promise<MeasuredContract>;
}

/** Starts Hardhat's network in this process. */
export async function startMeasuringChain(): Promise<MeasuringChain> {
  const connection = await network.create();
  const provider = new BrowserProvider(connection.provider, undefined, { cacheTimeout: -1 });
  const signers = await Promise.all([0, 1, 2, 3].map((index) => provider.getSigner(index)));
  const [admin, issuer, owner, stranger] = signers;
  if (!admin || !issuer || !owner || !stranger) throw new Error('Too few accounts');

  const transact = async (from: JsonRpcSigner, to: string | null, data: string) => {
    const transaction = { from: from.address, ...(to !== null && { to }), data, gas: GAS_LIMIT };
    const hash: unknown = await provider.send('eth_sendTransaction', [transaction]);
    const receipt = await provider.getTransactionReceipt(String(hash));
    if (receipt === null) throw new Error('The transaction was not mined at once');
    return receipt;
  };
  return {
    chainId: (await provider.getNetwork()).chainId,
    admin,
    issuer,
    owner,
    stranger,
    deploy: async (contract, args) => {
      const abi = new Interface(contract.abi);
      const data = contract.bytecode + abi.encodeDeploy(args).slice(2);
      const address = (await transact(admin, null, data)).contractAddress ?? '';
      return {
        address,
        abi,
        call: async (from, name, callArgs) => {
          const calldata = abi.encodeFunctionData(name, callArgs);
          const receipt = await transact(from, address, calldata);
          return {
            gas: Number(receipt.gasUsed),
            block: receipt.blockNumber,
            calldata,
            logs: receipt.logs,
          };
        },
        ask: async (name, callArgs) => {
          const data = abi.encodeFunctionData(name, callArgs);
          const answer = await provider.call({ to: address, data });
          const fields: unknown[] = abi.decodeFunctionResult(name, answer).toArray(true);
          return fields;
        },
      };
    },
  };
}
