'use client';

import type { ReactNode } from 'react';
import { useWalletBusy } from '@/registry/wallet/use-wallet-task';
import classes from './wallet-lock.module.css';

/** What a wallet's question is about, or would hide it: nothing in it can be used while one is open. */
export function WalletLock({ children }: { children: ReactNode }) {
  return (
    <fieldset className={classes['lock']} disabled={useWalletBusy()}>
      {children}
    </fieldset>
  );
}
