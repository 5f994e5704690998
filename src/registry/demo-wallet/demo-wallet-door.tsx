'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { announceDemoWallet } from './announce-demo-wallet';
import { DemoHandle } from './demo-handle';
import { onPrompt, openPrompt } from './demo-prompt';
import type { DemoWalletProps } from './demo-wallet-props';
import classes from './demo-wallet.module.css';

const Wallet = dynamic(() => import('./demo-wallet').then(({ DemoWallet }) => DemoWallet), {
  loading: () => (
    <div className={classes['place']} data-print="hide">
      <DemoHandle loading />
    </div>
  ),
});

/**
 * What every page loads of the demo wallet: its button, and its announcement. The wallet itself, with the libraries
 * of a chain, comes when the button is pressed or the page asks it something.
 */
export function DemoWalletDoor({ chain, rpcUrl }: DemoWalletProps) {
  useEffect(() => {
    announceDemoWallet(async () => {
      const { openDemoProvider } = await import('./demo-provider');
      return openDemoProvider(chain, rpcUrl);
    });
  }, [chain, rpcUrl]);
  const isAsked = useSyncExternalStore(onPrompt, isPromptOpen, () => false);
  const [use, setUse] = useState<'none' | 'asked' | 'pressed'>('none');
  if (isAsked && use === 'none') setUse('asked');
  if (use !== 'none') {
    return <Wallet chain={chain} rpcUrl={rpcUrl} isOpen={use === 'pressed'} />;
  }
  return (
    <div className={classes['place']} data-print="hide">
      <DemoHandle
        onClick={() => {
          setUse('pressed');
        }}
      />
    </div>
  );
}

function isPromptOpen(): boolean {
  return openPrompt() !== null;
}
