'use client';

import dynamic from 'next/dynamic';
import type { DemoWalletProps } from './demo-wallet-props';

// The build replaces the variable by a constant: where it is not 'true', the wallet's code is not in the
// build at all.
const Wallet =
  process.env.NEXT_PUBLIC_DEMO_WALLET === 'true'
    ? dynamic(() => import('./demo-wallet-door').then(({ DemoWalletDoor }) => DemoWalletDoor), {
        ssr: false,
      })
    : null;

/** The demo wallet, in builds that have it. */
export function DemoWalletMount(props: DemoWalletProps) {
  return Wallet === null ? null : <Wallet {...props} />;
}
