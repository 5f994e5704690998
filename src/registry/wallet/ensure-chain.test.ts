import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { Eip1193Provider } from './eip1193';
import { ensureChain } from './ensure-chain';

const CHAIN: ChainProfile = {
  chainId: 31337,
  name: 'Our chain',
  registryAddress: '0x5FbDB2315678afecb367f032d93F642f64180aa3',
  explorerUrl: null,
  publicRpcUrl: 'http://127.0.0.1:8545',
};
const OURS = '0x7a69';

/** A wallet with given answers that records its requests and is on Ethereum's main network at first. */
function wallet(answers: Record<string, (become: (chainId: string) => void) => unknown>) {
  let chainId = '0x1';
  const asked: string[] = [];
  const listeners = new Set<(payload: unknown) => void>();
  const become = (next: string) => {
    chainId = next;
    for (const listener of listeners) listener(next);
  };
  const provider: Eip1193Provider = {
    request: ({ method }) => {
      if (method === 'eth_chainId') return Promise.resolve(chainId);
      asked.push(method);
      return new Promise((resolve) => {
        resolve(answers[method]?.(become));
      });
    },
    on: (_, listener) => void listeners.add(listener),
    removeListener: (_, listener) => void listeners.delete(listener),
  };
  return { provider, asked, become };
}

function refuse(code: number): never {
  throw Object.assign(new Error('refused'), { code });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('ensureChain', () => {
  test('asks nothing when the wallet is on the chain', async () => {
    const { provider, asked, become } = wallet({});
    become(OURS);
    await ensureChain(provider, CHAIN);
    expect(asked).toEqual([]);
  });

  test('switches', async () => {
    const { provider, asked } = wallet({
      wallet_switchEthereumChain: (become) => {
        become(OURS);
      },
    });
    await ensureChain(provider, CHAIN);
    expect(asked).toEqual(['wallet_switchEthereumChain']);
  });

  test('waits for a change that arrives after the answer', async () => {
    const { provider, asked } = wallet({
      wallet_switchEthereumChain: (become) => void setTimeout(() => become(OURS), 2_000),
    });
    const done = ensureChain(provider, CHAIN);
    await vi.advanceTimersByTimeAsync(2_000);
    await done;
    expect(asked).toEqual(['wallet_switchEthereumChain']);
  });

  test('fails when the wallet accepts and does not switch', async () => {
    const { provider } = wallet({ wallet_switchEthereumChain: () => null });
    const done = expect(ensureChain(provider, CHAIN)).rejects.toMatchObject({
      code: 'wrong-network',
      message: expect.stringContaining('Our chain') as unknown,
    });
    await vi.advanceTimersByTimeAsync(10_000);
    await done;
  });

  test('adds a chain that the wallet does not have', async () => {
    const { provider, asked } = wallet({
      wallet_switchEthereumChain: () => refuse(4902),
      wallet_addEthereumChain: (become) => {
        become(OURS);
      },
    });
    await ensureChain(provider, CHAIN);
    expect(asked).toEqual(['wallet_switchEthereumChain', 'wallet_addEthereumChain']);
  });

  test('asks again for the switch when adding did not do it', async () => {
    let known = false;
    const { provider, asked } = wallet({
      wallet_switchEthereumChain: (become) => {
        if (!known) refuse(4902);
        become(OURS);
      },
      wallet_addEthereumChain: () => {
        known = true;
      },
    });
    const done = ensureChain(provider, CHAIN);
    await vi.advanceTimersByTimeAsync(10_000);
    await done;
    expect(asked).toHaveLength(3);
  });

  test('explains how to add a chain that has no public address', async () => {
    const { provider, asked } = wallet({ wallet_switchEthereumChain: () => refuse(4902) });
    await expect(ensureChain(provider, { ...CHAIN, publicRpcUrl: null })).rejects.toMatchObject({
      code: 'unknown-network',
      message: expect.stringContaining('31337') as unknown,
    });
    expect(asked).toEqual(['wallet_switchEthereumChain']);
  });

  test('takes a no for a no', async () => {
    const { provider, asked } = wallet({ wallet_switchEthereumChain: () => refuse(4001) });
    await expect(ensureChain(provider, CHAIN)).rejects.toMatchObject({ code: 'rejected' });
    expect(asked).toEqual(['wallet_switchEthereumChain']);
  });
});
