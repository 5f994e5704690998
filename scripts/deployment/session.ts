import {
  type BytesLike,
  ContractFactory,
  type InterfaceAbi,
  type JsonRpcProvider,
  type TransactionReceipt,
  type TransactionRequest,
  Wallet,
} from 'ethers';

/** Chains of one machine (Hardhat and Anvil; Ganache): no money, no explorer, no Chainlink feed. */
export const LOCAL_CHAIN_IDS: readonly number[] = [31337, 1337];

/** One account that deploys on one chain. */
export interface Session {
  provider: JsonRpcProvider;
  wallet: Wallet;
  chainId: number;
  isLocal: boolean;
  /** Hears what happens, a line at a time. */
  say: (line: string) => void;
}

/**
 * Finds out which chain the node is on.
 * @throws Error at once when the node does not answer
 */
export async function openSession(
  provider: JsonRpcProvider,
  deployerKey: string,
  say: (line: string) => void,
): Promise<Session> {
  // getNetwork() would ask a dead node for ever.
  const chainId = Number((await provider._detectNetwork()).chainId);
  const isLocal = LOCAL_CHAIN_IDS.includes(chainId);
  provider.pollingInterval = isLocal ? 100 : 1_000;
  return { provider, wallet: new Wallet(deployerKey, provider), chainId, isLocal, say };
}

/** The transaction that makes a contract. */
export function creation(
  abi: InterfaceAbi,
  bytecode: BytesLike,
  args: readonly unknown[],
): Promise<TransactionRequest> {
  return new ContractFactory(abi, bytecode).getDeployTransaction(...args);
}

/**
 * Sends a transaction and waits until it can be relied upon.
 * @throws Error when it reverts
 */
export async function send(
  session: Session,
  transaction: TransactionRequest,
): Promise<TransactionReceipt> {
  const response = await session.wallet.sendTransaction(transaction);
  const confirmations = session.isLocal ? 1 : 3;
  session.say(`Sent ${response.hash}, waiting for ${confirmations} confirmation(s)`);
  const receipt = await response.wait(confirmations);
  if (receipt === null) throw new Error(`${response.hash} was not confirmed`);
  return receipt;
}

/** Sends a `creation` and tells the new contract's address. */
export async function create(
  session: Session,
  transaction: TransactionRequest,
): Promise<{ address: string; receipt: TransactionReceipt }> {
  const receipt = await send(session, transaction);
  if (receipt.contractAddress === null) throw new Error(`${receipt.hash} made no contract`);
  return { address: receipt.contractAddress, receipt };
}
