import { getAddress, isHexString, toQuantity, toUtf8String, type JsonRpcProvider } from 'ethers';
import { z } from 'zod';
import { chainIdHex, type ChainProfile } from '@/registry/contract/chain-profile';
import type { Eip1193Provider } from '../wallet/eip1193';
import { DEMO_ACCOUNTS, demoSigner } from './demo-accounts';
import { askPerson } from './demo-prompt';
import { demoNode } from './demo-node';
import { changeDemoState, demoState, onDemoState } from './demo-state';
import { ProviderError } from './provider-error';
import { rpcFailure } from './rpc-failure';

/** The network that stands for every other one. */
const ELSEWHERE_ID = 11_155_111;

const chainParam = z.tuple([z.object({ chainId: z.string() })]);
const typedDataSchema = z.object({
  domain: z.record(z.string(), z.unknown()),
  types: z.record(z.string(), z.array(z.object({ name: z.string(), type: z.string() }))),
  message: z.record(z.string(), z.unknown()),
});
const transactionParam = z.tuple([
  z.object({
    from: z.string(),
    to: z.string(),
    data: z.string(),
    value: z.string().default('0x0').transform(BigInt),
    chainId: z.string().optional(),
  }),
]);

/**
 * An EIP-1193 provider whose accounts are public and whose chain is the local one.
 * Every request of weight opens the wallet's own window first.
 */
export function openDemoProvider(chain: ChainProfile, rpcUrl: string): Eip1193Provider {
  const node = demoNode(chain, rpcUrl);
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const emit = (event: string, payload: unknown) => {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  };
  let last = view(chain);
  onDemoState(() => {
    const next = view(chain);
    if (next.chainId !== last.chainId) emit('chainChanged', next.chainId);
    if (next.accounts.join() !== last.accounts.join()) emit('accountsChanged', next.accounts);
    last = next;
  });
  return {
    request: ({ method, params = [] }) => answer(chain, node, method, params),
    on: (event, listener) => {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    removeListener: (event, listener) => void listeners.get(event)?.delete(listener),
  };
}

/** What a site sees of the wallet. */
function view(chain: ChainProfile) {
  const { connected, network } = demoState();
  return {
    accounts: connected ? [selectedAccount().address] : [],
    chainId: network === 'home' ? chainIdHex(chain) : toQuantity(ELSEWHERE_ID),
  };
}

/** The account chosen in the wallet. */
function selectedAccount() {
  const account = DEMO_ACCOUNTS[demoState().account];
  if (account === undefined) throw new ProviderError(-32603, 'No account is selected.');
  return account;
}

async function answer(
  chain: ChainProfile,
  node: JsonRpcProvider,
  method: string,
  params: readonly unknown[],
): Promise<unknown> {
  switch (method) {
    case 'eth_chainId':
      return view(chain).chainId;
    case 'eth_accounts':
      return view(chain).accounts;
    case 'eth_requestAccounts':
      if (!demoState().connected) await connect();
      return view(chain).accounts;
    case 'wallet_requestPermissions':
      await connect();
      return [{ parentCapability: 'eth_accounts' }];
    case 'wallet_switchEthereumChain':
      return switchChain(chain, chainParam.parse(params)[0].chainId);
    case 'wallet_addEthereumChain':
      return addChain(chain, chainParam.parse(params)[0].chainId);
    case 'personal_sign':
      return signText(z.tuple([z.string(), z.string()]).parse(params), node);
    case 'eth_signTypedData_v4':
      return signTypedData(z.tuple([z.string(), z.string()]).parse(params), node);
    case 'eth_sendTransaction':
      return sendTransaction(chain, node, transactionParam.parse(params)[0]);
    default:
      throw new ProviderError(4200, `The demo wallet does not know ${method}.`);
  }
}

async function connect(): Promise<void> {
  await askPerson({ kind: 'connect' });
  changeDemoState({ connected: true });
}

async function switchChain(chain: ChainProfile, chainId: string): Promise<null> {
  if (chainId === view(chain).chainId) return null;
  if (chainId !== chainIdHex(chain) || !demoState().knowsHome) {
    throw new ProviderError(4902, `Unrecognized chain ID ${chainId}. Add it first.`);
  }
  await askPerson({ kind: 'switch', add: false });
  changeDemoState({ network: 'home' });
  return null;
}

async function addChain(chain: ChainProfile, chainId: string): Promise<null> {
  if (chainId !== chainIdHex(chain)) {
    throw new ProviderError(-32602, 'The demo wallet can only add the demo chain.');
  }
  await askPerson({ kind: 'switch', add: true });
  changeDemoState({ network: 'home', knowsHome: true });
  return null;
}

async function signText([message, from]: [string, string], node: JsonRpcProvider): Promise<string> {
  requireShared(from);
  const text = isHexString(message) ? toUtf8String(message) : message;
  // An EIP-4361 message names the site that asks: a wallet must notice when it is another one.
  const domain = /^(\S+) wants you to sign in with your Ethereum account:\n/.exec(text)?.[1];
  const foreignDomain = domain === undefined || domain === location.host ? null : domain;
  await askPerson({ kind: 'sign', text, foreignDomain });
  return demoSigner(selectedAccount().index, node).signMessage(text);
}

async function signTypedData(
  [from, json]: [string, string],
  node: JsonRpcProvider,
): Promise<string> {
  requireShared(from);
  const { domain, types, message } = typedDataSchema.parse(JSON.parse(json));
  await askPerson({ kind: 'sign-data', text: JSON.stringify(message, null, 2) });
  // ethers derives the domain's own type.
  const signed = Object.fromEntries(
    Object.entries(types).filter(([name]) => name !== 'EIP712Domain'),
  );
  return demoSigner(selectedAccount().index, node).signTypedData(domain, signed, message);
}

async function sendTransaction(
  chain: ChainProfile,
  node: JsonRpcProvider,
  call: z.infer<typeof transactionParam>[0],
): Promise<string> {
  requireShared(call.from);
  const { chainId } = view(chain);
  if (call.chainId !== undefined && BigInt(call.chainId) !== BigInt(chainId)) {
    throw new ProviderError(-32602, 'The transaction is for another network.');
  }
  if (demoState().network !== 'home') {
    throw new ProviderError(4901, 'The demo wallet reaches the demo chain only.');
  }
  const { to, data, value } = call;
  await askPerson({ kind: 'transaction', call: { to, data, value } });
  try {
    const { hash } = await demoSigner(selectedAccount().index, node).sendTransaction({
      to,
      data,
      value,
    });
    return hash;
  } catch (error) {
    throw rpcFailure(error);
  }
}

function requireShared(from: string): void {
  const { connected } = demoState();
  if (connected && getAddress(from) === selectedAccount().address) return;
  throw new ProviderError(4100, 'This account is not shared with this site.');
}
