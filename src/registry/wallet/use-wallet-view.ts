'use client';

import { getAddress } from 'ethers';
import { useEffect, useState } from 'react';
import { accountList, askWallet, onWalletEvent, type Eip1193Provider } from './eip1193';
import { readChainId } from './ensure-chain';

/** What the wallet shows this site at this moment, without asking the person. */
export interface WalletView {
  /** EIP-55; empty until the person connects the wallet with this site. */
  accounts: string[];
  chainId: number;
}

/** Follows the wallet's account and network; null until it has answered, or when it does not answer. */
export function useWalletView(provider: Eip1193Provider | null): WalletView | null {
  const [seen, setSeen] = useState<{ provider: Eip1193Provider; view: WalletView } | null>(null);
  useEffect(() => {
    if (provider === null) return;
    let wanted = true;
    // Asked again at every event: an event's own payload may be older than the wallet's answer.
    const look = () => {
      Promise.all([askWallet(provider, accountList, 'eth_accounts'), readChainId(provider)]).then(
        ([accounts, chainId]) => {
          if (wanted) setSeen({ provider, view: { accounts: accounts.map(getAddress), chainId } });
        },
        () => {
          if (wanted) setSeen(null);
        },
      );
    };
    look();
    const stops = [
      onWalletEvent(provider, 'accountsChanged', look),
      onWalletEvent(provider, 'chainChanged', look),
      onWalletEvent(provider, 'disconnect', look),
    ];
    return () => {
      wanted = false;
      for (const stop of stops) stop();
    };
  }, [provider]);
  return seen !== null && seen.provider === provider ? seen.view : null;
}
