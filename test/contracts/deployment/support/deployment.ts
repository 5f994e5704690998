import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { computeAddress, id, JsonRpcProvider } from 'ethers';
import { network } from 'hardhat';
import type { DeployOptions } from '../../../../scripts/contracts/deploy/deploy-contracts';

/** The first account of every Hardhat and Anvil chain: worth nothing anywhere else. */
export const DEPLOYER_KEY = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80';
export const DEPLOYER = computeAddress(DEPLOYER_KEY);
export const ISSUER = computeAddress(id('an issuer of this test'));
export const LOCAL = 31337;
export const SEPOLIA = 11155111;

const cleanups: (() => Promise<void>)[] = [];

/** Has something undone after the test; the last first. */
export function undoLater(cleanup: () => Promise<void>): void {
  cleanups.push(cleanup);
}

/** For `afterEach`. */
export async function undoAll(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

/** A real node on a port of loopback. */
export interface Node {
  rpc: JsonRpcProvider;
  rpcUrl: string;
  /** Lets blocks come by themselves, as on a public chain. */
  startMining: () => Promise<void>;
  /** Leaves transactions waiting until a block is asked for. */
  stopMining: () => Promise<void>;
}

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'medanchor-deploy-'));
  undoLater(() => rm(folder, { recursive: true }));
  return folder;
}

/** Starts a node. On a public chain's id blocks come every 50 ms, else one for each transaction. */
export async function startNode(chainId = LOCAL): Promise<Node> {
  const server = await network.createServer({ override: { chainId } }, '127.0.0.1');
  const { address, port } = await server.listen();
  const rpcUrl = `http://${address}:${port}`;
  const rpc = new JsonRpcProvider(rpcUrl, chainId, { staticNetwork: true, cacheTimeout: -1 });
  undoLater(() => server.close());
  undoLater(() => {
    rpc.destroy();
    return Promise.resolve();
  });
  const mineEvery = async (milliseconds: number) => {
    await rpc.send('evm_setAutomine', [false]);
    await rpc.send('evm_setIntervalMining', [milliseconds]);
  };
  const node = {
    rpc,
    rpcUrl,
    startMining: () => mineEvery(50),
    stopMining: () => mineEvery(0),
  };
  if (chainId !== LOCAL) await node.startMining();
  return node;
}

/** A node, and what deploys on it with a record of its own. */
export async function startDeployment(chainId?: number) {
  const node = await startNode(chainId);
  const recordFile = join(await temporaryFolder(), 'record.json');
  const said: string[] = [];
  const options: DeployOptions = {
    rpcUrl: node.rpcUrl,
    deployerKey: DEPLOYER_KEY,
    issuer: ISSUER,
    recordFile,
    onProgress: (line) => said.push(line),
  };
  const readRecord = async (): Promise<Record<string, unknown>> => {
    const record: unknown = JSON.parse(await readFile(recordFile, 'utf8'));
    return Object.fromEntries(Object.entries(record ?? {}));
  };
  /** How many transactions of the deployer were mined. */
  const countSent = () => node.rpc.getTransactionCount(DEPLOYER);
  return { ...node, options, recordFile, said, readRecord, countSent };
}

/** How many contracts the deployer has made. */
export async function countContracts(rpc: JsonRpcProvider): Promise<number> {
  const head = await rpc.getBlockNumber();
  let made = 0;
  for (let number = 0; number <= head; number += 1) {
    const block = await rpc.getBlock(number, true);
    made += block?.prefetchedTransactions.filter(({ to }) => to === null).length ?? 0;
  }
  return made;
}
