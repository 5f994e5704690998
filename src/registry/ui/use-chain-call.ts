'use client';

import { useRef, useState } from 'react';
import { callApi } from '@/platform/call-api';
import { preparedCallSchema } from '../prepared-call';
import type { ChainProfile } from '../chain-profile';
import type { Eip1193Provider } from '../wallet/eip1193';
import { readyWallet, sendCall } from '../wallet/send-call';
import type { ChainStepPhase } from './chain-step-status';
import { failureMessage } from './failure-message';

interface ChainCallState {
  phase: ChainStepPhase;
  /** What the wallet has sent; null until it has. */
  hash: string | null;
  run: (provider: Eip1193Provider) => Promise<void>;
  /** Forgets what was sent, to begin again. */
  reset: () => void;
}

/**
 * A paid step that leaves no trace on the server before it is on the chain: the wallet made ready, the call
 * composed by the server, sent by the wallet.
 * @param wish.path the route that composes the call
 * @param wish.body what it takes
 * @param wish.account the only account that can send it, EIP-55
 */
export function useChainCall(wish: {
  path: string;
  body: Record<string, unknown>;
  account: string;
  chain: ChainProfile;
}): ChainCallState {
  const { path, body, account, chain } = wish;
  const [phase, setPhase] = useState<ChainStepPhase>({ at: 'idle' });
  const [hash, setHash] = useState<string | null>(null);
  // A second click can come before the button is drawn disabled.
  const running = useRef(false);

  async function run(provider: Eip1193Provider): Promise<void> {
    if (running.current) return;
    running.current = true;
    try {
      setPhase({ at: 'wallet' });
      await readyWallet(provider, chain, account);
      setPhase({ at: 'preparing' });
      const { sender, request } = await callApi('POST', path, preparedCallSchema, body);
      setPhase({ at: 'confirming' });
      setHash((await sendCall(provider, sender, request)).toLowerCase());
      setPhase({ at: 'idle' });
    } catch (error) {
      setPhase({ at: 'failed', message: failureMessage(error) });
    } finally {
      running.current = false;
    }
  }

  return { phase, hash, run, reset: () => setHash(null) };
}
