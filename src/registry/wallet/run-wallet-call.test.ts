import { beforeEach, expect, test, vi } from 'vitest';
import type { Eip1193Provider } from './eip1193';
import { runWalletCall, type WalletCall } from './run-wallet-call';
import { sendCall } from './send-call';
import { signText } from './sign-text';
import { isBusy, leaveWallet, runWalletTask, stopWaiting, walletActivity } from './wallet-activity';
import { t } from '../../../test/support/messages/english';

const ACCOUNT = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
const HASH = `0x${'ab'.repeat(32)}`;
const CHAIN = {
  chainId: 31337,
  name: 'Our chain',
  registryAddress: '0x0000000000000000000000000000000000000001',
  explorerUrl: null,
  publicRpcUrl: null,
};
const REQUEST = { to: CHAIN.registryAddress, data: '0x', chainId: '0x7a69', value: '0x0' } as const;

/** What the person reads about the step that failed. */
function failure(): string | null {
  const { phase } = walletActivity();
  return phase.at === 'failed' ? phase.sentence(t) : null;
}

/** A wallet on our chain whose last window the test answers. */
function wallet(options: { chainId?: string } = {}) {
  const asked: string[] = [];
  let settle: { yes: (answer: unknown) => void; no: (error: unknown) => void } | undefined;
  const provider: Eip1193Provider = {
    request: async ({ method }) => {
      asked.push(method);
      if (method === 'eth_requestAccounts') return [ACCOUNT];
      if (method === 'eth_chainId') return options.chainId ?? '0x7a69';
      if (method === 'wallet_switchEthereumChain') throw Object.assign(new Error(), { code: 4001 });
      return new Promise((yes, no) => {
        settle = { yes, no };
      });
    },
  };
  return {
    provider,
    asked,
    answer: (value: unknown) => settle?.yes(value),
    refuse: (error: unknown) => settle?.no(error),
    isAsking: () => settle !== undefined,
  };
}

/** A transaction as a page asks for it, with everything that came of it in order. */
function transaction(log: string[]): WalletCall<string, string> {
  return {
    chain: CHAIN,
    account: ACCOUNT,
    prepare: () => {
      log.push('prepared');
      return Promise.resolve('p1');
    },
    ask: (provider) => sendCall(provider, ACCOUNT, REQUEST),
    onSent: (prepared, hash, late) => {
      log.push(`${late ? 'sent late' : 'sent'} ${prepared} ${hash.slice(0, 4)}`);
    },
    onRefused: (prepared) => {
      log.push(`gave up ${prepared}`);
      return Promise.resolve();
    },
    onUncertain: (prepared, problem) => log.push(`uncertain ${prepared} ${problem?.code ?? ''}`),
  };
}

const ME = Symbol('me');
const run = (provider: Eip1193Provider, call: WalletCall<string, string>, owner = ME) =>
  runWalletTask(owner, (steps) => runWalletCall(steps, provider, call, () => undefined));

beforeEach(() => {
  const { owner } = walletActivity();
  if (owner !== null) leaveWallet(owner);
});

test('makes the wallet ready, prepares, asks, and reports what was sent', async () => {
  const log: string[] = [];
  const { provider, asked, answer, isAsking } = wallet();
  const done = run(provider, transaction(log));
  await vi.waitFor(() => expect(isAsking()).toBe(true));
  expect(walletActivity().phase).toEqual({ at: 'asking' });
  answer(HASH);
  await done;
  expect(asked).toEqual(['eth_requestAccounts', 'eth_chainId', 'eth_sendTransaction']);
  expect(log).toEqual(['prepared', 'sent p1 0xab']);
  expect(walletActivity().phase).toEqual({ at: 'idle' });
});

test('prepares nothing on the wrong network, whose change was declined', async () => {
  const log: string[] = [];
  const { provider } = wallet({ chainId: '0x1' });
  await run(provider, transaction(log));
  expect(log).toEqual([]);
  expect(failure()).toBe(t('registry.walletErrors.network-rejected'));
});

test('ensures the network before a signature, too', async () => {
  const { provider, asked } = wallet({ chainId: '0x1' });
  const call = { ...transaction([]), ask: () => signText(provider, ACCOUNT, 'text') };
  await run(provider, call);
  expect(asked).not.toContain('personal_sign');
});

test('gives the preparation up when a hardware wallet declines', async () => {
  const log: string[] = [];
  const { provider, refuse, isAsking } = wallet();
  const done = run(provider, transaction(log));
  await vi.waitFor(() => expect(isAsking()).toBe(true));
  refuse({ code: -32603, message: 'Ledger device: … denied by the user? (0x6985)' });
  await done;
  expect(log).toEqual(['prepared', 'gave up p1']);
  expect(failure()).toBe(t('registry.walletErrors.rejected'));
});

test('keeps the preparation when it is not known whether it was sent', async () => {
  const log: string[] = [];
  const { provider, refuse, isAsking } = wallet();
  const done = run(provider, transaction(log));
  await vi.waitFor(() => expect(isAsking()).toBe(true));
  refuse({ code: -32603, message: 'oops' });
  await done;
  expect(log).toEqual(['prepared', 'uncertain p1 failed']);
});

test('does one thing at a time', async () => {
  const log: string[] = [];
  const { provider, answer, isAsking } = wallet();
  const done = run(provider, transaction(log));
  await run(provider, transaction(log), Symbol('another part'));
  await vi.waitFor(() => expect(isAsking()).toBe(true));
  await run(provider, transaction(log));
  answer(HASH);
  await done;
  expect(log).toEqual(['prepared', 'sent p1 0xab']);
});

test('an error disappears when another part begins', async () => {
  await runWalletTask(ME, () => Promise.reject(new Error('x')));
  expect(walletActivity()).toMatchObject({ owner: ME, phase: { at: 'failed' } });
  const other = Symbol('another part');
  await runWalletTask(other, ({ step }) => step('account', () => Promise.resolve()));
  expect(walletActivity()).toEqual({ owner: other, phase: { at: 'idle' } });
});

test('frees the page when the person stops waiting, and still takes a late answer', async () => {
  const log: string[] = [];
  const { provider, answer, isAsking } = wallet();
  const done = run(provider, transaction(log));
  await vi.waitFor(() => expect(isAsking()).toBe(true));
  stopWaiting(ME);
  expect(walletActivity().phase).toEqual({ at: 'stopped', during: 'asking' });
  expect(isBusy(walletActivity().phase)).toBe(false);
  answer(HASH);
  await done;
  expect(log).toEqual(['prepared', 'sent late p1 0xab']);
  expect(walletActivity().phase).toEqual({ at: 'stopped', during: 'asking' });
});

test('gives up what is declined late, and does not disturb what was begun since', async () => {
  const log: string[] = [];
  const [first, second] = [wallet(), wallet()];
  const done = run(first.provider, transaction(log));
  await vi.waitFor(() => expect(first.isAsking()).toBe(true));
  stopWaiting(ME);
  const again = run(second.provider, transaction(log));
  await vi.waitFor(() => expect(second.isAsking()).toBe(true));
  first.refuse({ code: 4001 });
  await done;
  expect(log).toEqual(['prepared', 'prepared', 'gave up p1']);
  expect(walletActivity().phase).toEqual({ at: 'asking' });
  second.answer(HASH);
  await again;
});

test('asks nothing more when the account is shared after the person stopped waiting', async () => {
  const log: string[] = [];
  const { provider } = wallet();
  let share: (accounts: string[]) => void = () => undefined;
  const silent: Eip1193Provider = {
    request: (call) =>
      call.method === 'eth_requestAccounts'
        ? new Promise((resolve) => {
            share = resolve;
          })
        : provider.request(call),
  };
  const done = run(silent, transaction(log));
  await vi.waitFor(() => expect(walletActivity().phase).toEqual({ at: 'account' }));
  stopWaiting(ME);
  expect(walletActivity().phase).toEqual({ at: 'stopped', during: 'account' });
  share([ACCOUNT]);
  await done;
  expect(log).toEqual([]);
});

test('opens no window on another page when this one was left meanwhile', async () => {
  const log: string[] = [];
  const { provider, asked } = wallet();
  let prepared: (id: string) => void = () => undefined;
  const call = {
    ...transaction(log),
    prepare: () =>
      new Promise<string>((resolve) => {
        prepared = resolve;
      }),
  };
  const done = run(provider, call);
  await vi.waitFor(() => expect(walletActivity().phase).toEqual({ at: 'preparing' }));
  await vi.waitFor(() => expect(asked).toContain('eth_chainId'));
  await Promise.resolve();
  leaveWallet(ME);
  prepared('p1');
  await done;
  expect(asked).not.toContain('eth_sendTransaction');
  expect(log).toEqual(['gave up p1']);
});
