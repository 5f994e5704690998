'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import {
  isBusy,
  leaveWallet,
  onWalletActivity,
  runWalletTask,
  stopWaiting,
  walletActivity,
  type WalletPhase,
  type WalletSteps,
} from './wallet-activity';

const IDLE: WalletPhase = { at: 'idle' };

interface WalletTask {
  /** Where this part's own task is. */
  phase: WalletPhase;
  /** Whether the wallet is busy with anything on this page. */
  busy: boolean;
  run: (work: (steps: WalletSteps) => Promise<void>) => Promise<void>;
  stop: () => void;
}

/** A part of the page that asks the wallet for something. */
export function useWalletTask(): WalletTask {
  const [me] = useState(() => Symbol('wallet task'));
  const { owner, phase } = useSyncExternalStore(onWalletActivity, walletActivity, walletActivity);
  useEffect(() => () => leaveWallet(me), [me]);
  return {
    phase: owner === me ? phase : IDLE,
    busy: isBusy(phase),
    run: (work) => runWalletTask(me, work),
    stop: () => stopWaiting(me),
  };
}

/** Whether the wallet is busy with anything on this page: what it is about must not be edited now. */
export function useWalletBusy(): boolean {
  const { phase } = useSyncExternalStore(onWalletActivity, walletActivity, walletActivity);
  return isBusy(phase);
}
