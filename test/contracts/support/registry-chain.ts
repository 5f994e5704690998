import {
  BrowserProvider,
  type BytesLike,
  Interface,
  type JsonRpcSigner,
  type TransactionReceipt,
} from 'ethers';
import { artifacts, network } from 'hardhat';

/** Enough for every call of these tests, so that nothing is estimated: refusals reach the chain. */
const GAS_LIMIT = 16_000_000;

const ADMIN_DELAY_SECONDS = 172_800;

/** A chain of one test's own, with a registry and people on it. */
export interface RegistryChain {
  provider: BrowserProvider;
  /** Address of the registry. */
  registry: string;
  /** The registry's functions, events and errors. */
  abi: Interface;
  chainId: bigint;
  admin: JsonRpcSigner;
  /** Holds ISSUER_ROLE, as does `otherIssuer`. */
  issuer: JsonRpcSigner;
  otherIssuer: JsonRpcSigner;
  /** The patient. */
  owner: JsonRpcSigner;
  stranger: JsonRpcSigner;
  /** Holds RECOVERY_ROLE. */
  recoverer: JsonRpcSigner;
  /** To whom reports go: by transfer, or as the patient's new wallet. */
  newOwner: JsonRpcSigner;
  /** More accounts, as many as there are on a Hardhat chain beside these. */
  others: readonly JsonRpcSigner[];
  /** Calls a function of the registry in a block of its own; throws when it reverts. */
  send: (from: JsonRpcSigner, name: string, ...args: unknown[]) => Promise<TransactionReceipt>;
  /** Asks a view function of the registry; structs and lists come as arrays. */
  ask: (name: string, ...args: unknown[]) => Promise<unknown[]>;
  /** Deploys another contract. */
  deploy: (contract: string, ...args: unknown[]) => Promise<string>;
  /** The next block will carry this unix time. */
  nextBlockAt: (seconds: number) => Promise<void>;
}

/** Starts a chain with a registry whose issuers and recoverer hold their roles. */
export async function startRegistryChain(): Promise<RegistryChain> {
  const connection = await network.create();
  const provider = new BrowserProvider(connection.provider, undefined, { cacheTimeout: -1 });
  const signers = await provider.listAccounts();
  const [admin, issuer, otherIssuer, owner, stranger, recoverer, newOwner, ...others] = signers;
  if (!admin || !issuer || !otherIssuer || !owner || !stranger || !recoverer || !newOwner) {
    throw new Error('Too few accounts');
  }

  const transact = async (from: JsonRpcSigner, to: string | undefined, data: BytesLike) => {
    const transaction = { from: from.address, to, data, gas: `0x${GAS_LIMIT.toString(16)}` };
    const hash: unknown = await provider.send('eth_sendTransaction', [transaction]);
    const receipt = await provider.getTransactionReceipt(String(hash));
    if (receipt === null) throw new Error('The transaction was not mined at once');
    return receipt;
  };
  const deploy = async (contract: string, ...args: unknown[]) => {
    const { abi, bytecode } = await artifacts.readArtifact(contract);
    const data = bytecode + new Interface(abi).encodeDeploy(args).slice(2);
    return (await transact(admin, undefined, data)).contractAddress ?? '';
  };

  const registry = await deploy('ReportRegistry', ADMIN_DELAY_SECONDS, admin.address);
  const abi = new Interface((await artifacts.readArtifact('ReportRegistry')).abi);
  const chain: RegistryChain = {
    provider,
    registry,
    abi,
    chainId: (await provider.getNetwork()).chainId,
    admin,
    issuer,
    otherIssuer,
    owner,
    stranger,
    recoverer,
    newOwner,
    others,
    send: (from, name, ...args) => transact(from, registry, abi.encodeFunctionData(name, args)),
    ask: async (name, ...args) => {
      const data = abi.encodeFunctionData(name, args);
      const answer = await provider.call({ to: registry, data });
      const fields: unknown[] = abi.decodeFunctionResult(name, answer).toArray(true);
      return fields;
    },
    deploy,
    nextBlockAt: async (seconds) => {
      await provider.send('evm_setNextBlockTimestamp', [seconds]);
    },
  };
  const [role] = await chain.ask('ISSUER_ROLE');
  await chain.send(admin, 'grantRole', role, issuer.address);
  await chain.send(admin, 'grantRole', role, otherIssuer.address);
  const [recoveryRole] = await chain.ask('RECOVERY_ROLE');
  await chain.send(admin, 'grantRole', recoveryRole, recoverer.address);
  return chain;
}
