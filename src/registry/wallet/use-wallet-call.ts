'use client';

import { useRef } from 'react';
import type { Eip1193Provider } from './eip1193';
import { runWalletCall, type WalletCall } from './run-wallet-call';
import { useWalletTask } from './use-wallet-task';
import type { WalletPhase } from './wallet-activity';

interface WalletCallState {
  phase: WalletPhase;
  /** Whether the wallet is busy with anything on this page. */
  busy: boolean;
  run: (provider: Eip1193Provider) => Promise<void>;
  /** Frees the page although the wallet has not answered; a late answer is still taken. */
  stop: () => void;
}

/** A button that leads to the wallet: see `runWalletCall`. */
export function useWalletCall<Prepared, Answer>(
  call: WalletCall<Prepared, Answer>,
): WalletCallState {
  const { phase, busy, run, stop } = useWalletTask();
  const asked = useRef<{ prepared: Prepared } | null>(null);
  return {
    phase,
    busy,
    run: (provider) =>
      run((steps) => {
        asked.current = null;
        return runWalletCall(steps, provider, call, (prepared) => {
          asked.current = { prepared };
        });
      }),
    stop: () => {
      stop();
      if (phase.at === 'asking' && asked.current !== null) {
        call.onUncertain?.(asked.current.prepared, null);
      }
    },
  };
}
