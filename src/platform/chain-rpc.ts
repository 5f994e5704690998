import { FetchRequest, isCallException, isError, JsonRpcProvider, Network, toNumber } from 'ethers';
import { env } from './env';
import { AppError, isAppError } from './errors';
import { traced } from './tracing/spans';
import { inBackground, patience } from '@/platform/time/patience';

/** After a time-out, other questions of the same page are not asked at all for so long. */
const REST_MS = 2_000;

/** The JSON-RPC address: an explicit one, else Alchemy's for Sepolia or mainnet. */
export function chainRpcUrl(): string {
  const { CHAIN_RPC_URL, ALCHEMY_API_KEY, CHAIN_ID } = env();
  if (CHAIN_RPC_URL !== undefined) return CHAIN_RPC_URL;
  const host = { 1: 'eth-mainnet', 11155111: 'eth-sepolia' }[CHAIN_ID];
  if (host === undefined) throw new Error(`Set CHAIN_RPC_URL for chain ${String(CHAIN_ID)}`);
  return `https://${host}.g.alchemy.com/v2/${ALCHEMY_API_KEY ?? ''}`;
}

let provider: JsonRpcProvider | undefined;

/** The provider of the configured chain. Use it inside `askChain`. */
export function chainRpc(): JsonRpcProvider {
  if (provider === undefined) {
    const request = new FetchRequest(chainRpcUrl());
    request.timeout = patience().rpcMs;
    // A page does not wait while a node asks for fewer requests; the worker does.
    if (!inBackground()) request.setThrottleParams({ maxAttempts: 1 });
    const network = Network.from(env().CHAIN_ID);
    // Not asked by ethers, which would stall every later call in a retry loop when the node is dead:
    // askNode compares the id with each answer.
    provider = new JsonRpcProvider(request, network, {
      staticNetwork: network,
      cacheTimeout: -1,
      // The follower's stretch of headers is one batch.
      batchMaxCount: 300,
    });
  }
  return provider;
}

/** Until when a page need not ask a node that has just not answered it (`performance.now()`). */
let restsUntil = 0;

/**
 * Runs a question to the chain. What the contract answers (a revert) passes through; every other failure
 * means that the chain could not be asked. A page that asks one thing after the other waits for a slow node
 * once.
 * @throws AppError chain-unavailable; wrong-chain when the node belongs to another chain
 */
export async function askChain<T>(question: (rpc: JsonRpcProvider) => Promise<T>): Promise<T> {
  if (!inBackground() && performance.now() < restsUntil) {
    throw new AppError('chain-unavailable', { cause: new Error('the node has just not answered') });
  }
  try {
    return await traced('Ethereum node', {}, () => askNode(chainRpc(), env().CHAIN_ID, question));
  } catch (error) {
    if (isError(error, 'TIMEOUT')) restsUntil = performance.now() + REST_MS;
    if (isRevert(error) || isAppError(error)) throw error;
    throw new AppError('chain-unavailable', { cause: withoutAddress(error) });
  }
}

/**
 * Asks a node a question and, in the same round trip, which chain it is on: an address can lead to another
 * node at any moment, so no answer is used without the id. The id costs nothing: the provider sends both
 * as one batch.
 * @throws AppError wrong-chain, whatever the answer was; and whatever the question throws
 */
export async function askNode<T>(
  rpc: JsonRpcProvider,
  chainId: number,
  question: (rpc: JsonRpcProvider) => Promise<T>,
): Promise<T> {
  const [id, answer] = await Promise.allSettled([rpc.send('eth_chainId', []), question(rpc)]);
  if (id.status === 'fulfilled' && toNumber(String(id.value)) !== chainId) {
    const cause = new Error(
      `The node is on chain ${toNumber(String(id.value))}, not on ${chainId}`,
    );
    throw new AppError('wrong-chain', { cause });
  }
  if (answer.status === 'rejected') throw answer.reason;
  if (id.status === 'rejected') throw id.reason;
  return answer.value;
}

/**
 * Whether the contract refused a call. ethers makes a CALL_EXCEPTION of every error that a node answers to
 * `eth_call` and `eth_estimateGas`, a used-up plan or a pruned block included: only one with the contract's
 * data, or whose message mentions a revert, is the contract's. Some nodes strip the data.
 */
function isRevert(error: unknown): boolean {
  if (!isCallException(error)) return false;
  if (error.data !== null) return true;
  const answer: unknown = error.info?.['error'];
  return answer instanceof Object && 'message' in answer && /revert/i.test(String(answer.message));
}

/** What went wrong, without the node's address: it holds the API key, which must not reach the log. */
function withoutAddress(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? { code: error.code } : {};
  return Object.assign(new Error(message.replaceAll(chainRpcUrl(), '<node>')), code);
}
