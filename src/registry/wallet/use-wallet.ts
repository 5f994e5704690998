'use client';

import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { discoveredWallets, subscribeToWallets, type DiscoveredWallet } from './discovered-wallets';

const NONE: readonly DiscoveredWallet[] = [];
/** Wallets announce themselves within milliseconds; extensions that start slowly get a second. */
const PATIENCE_MS = 1_000;

/** The wallets of this browser and the one in use. */
export interface WalletChoiceState {
  wallets: readonly DiscoveredWallet[];
  /** The chosen one, or the only one. */
  wallet: DiscoveredWallet | null;
  choose: (wallet: DiscoveredWallet) => void;
  /** No wallet yet, but one may still announce itself. */
  searching: boolean;
}

/** Finds the wallets of this browser and remembers which one the person chose. */
export function useWallet(): WalletChoiceState {
  const wallets = useSyncExternalStore(subscribeToWallets, discoveredWallets, () => NONE);
  const [rdns, setRdns] = useLocalStorage({ key: 'medanchor.wallet', defaultValue: '' });
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const only = wallets.length === 1 ? wallets[0] : undefined;
  return {
    wallets,
    wallet: wallets.find((wallet) => wallet.rdns === rdns) ?? only ?? null,
    choose: (wallet) => setRdns(wallet.rdns),
    searching: wallets.length === 0 && !waited,
  };
}
