'use client';

import { useRef, useState } from 'react';
import { ApiProblem } from '@/platform/call-api';
import type { ChainProfile } from '@/registry/chain-profile';
import type { ChainStepPhase } from '@/registry/ui/chain-step-status';
import { failureMessage } from '@/registry/ui/failure-message';
import type { Eip1193Provider } from '@/registry/wallet/eip1193';
import { WalletError } from '@/registry/wallet-errors';
import { readyWallet } from '@/registry/wallet/send-call';
import type { PreparedTransaction } from '../prepared-transaction';
import { confirmInWallet } from './confirm-in-wallet';

interface ChainStep {
  phase: ChainStepPhase;
  busy: boolean;
  run: (wish: ChainWish) => Promise<ChainStepEnd>;
}

/** How a paid step ended. */
interface ChainStepEnd {
  /** The transaction to follow: it was sent, or may have been; null when there is certainly none. */
  transactionId: string | null;
  /** Why it failed. */
  problem: string | null;
}

interface ChainWish {
  provider: Eip1193Provider;
  /** The only account that can do it, EIP-55. */
  account: string;
  /** Asks the server to prepare it. */
  prepare: () => Promise<PreparedTransaction>;
}

/**
 * A paid step: the wallet made ready, the transaction prepared by the server, confirmed in the wallet.
 * @param onFaults the server found faults in the form's fields
 */
export function useChainStep(
  chain: ChainProfile,
  onFaults?: (fields: Record<string, string>) => void,
): ChainStep {
  const [phase, setPhase] = useState<ChainStepPhase>({ at: 'idle' });
  // A second click can come before the button is drawn disabled.
  const running = useRef(false);

  async function run({ provider, account, prepare }: ChainWish): Promise<ChainStepEnd> {
    if (running.current) return { transactionId: null, problem: null };
    running.current = true;
    let prepared: PreparedTransaction | null = null;
    try {
      setPhase({ at: 'wallet' });
      await readyWallet(provider, chain, account);
      setPhase({ at: 'preparing' });
      prepared = await prepare();
      setPhase({ at: 'confirming' });
      await confirmInWallet(provider, prepared);
      setPhase({ at: 'idle' });
      return { transactionId: prepared.transactionId, problem: null };
    } catch (error) {
      const message = failureMessage(error);
      setPhase({ at: 'failed', message });
      if (error instanceof ApiProblem) onFaults?.(error.fields);
      const uncertain = error instanceof WalletError && !error.nothingSent;
      return {
        transactionId: uncertain ? (prepared?.transactionId ?? null) : null,
        problem: message,
      };
    } finally {
      running.current = false;
    }
  }

  return { phase, busy: phase.at !== 'idle' && phase.at !== 'failed', run };
}
