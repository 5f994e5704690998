'use client';

import { Text } from '@mantine/core';
import { formatEther } from 'ethers';
import { useEffect, useState } from 'react';
import { demoNode } from './announce-demo-wallet';
import { DEMO_ACCOUNTS } from './demo-accounts';
import type { DemoState } from './demo-state';
import type { DemoWalletProps } from './demo-wallet';

/** How much play money the chosen account holds. */
export function DemoBalance({ state, chain, rpcUrl }: DemoWalletProps & { state: DemoState }) {
  const address = DEMO_ACCOUNTS[state.account]?.address ?? '';
  const [known, setKnown] = useState({ address: '', text: '' });
  useEffect(() => {
    let wanted = true;
    const tell = (text: string) => {
      if (wanted) setKnown({ address, text });
    };
    demoNode(chain, rpcUrl)
      .getBalance(address)
      .then(
        (wei) => {
          tell(`${Number(formatEther(wei)).toFixed(4)} ETH`);
        },
        () => {
          tell('unknown: the chain does not answer');
        },
      );
    return () => {
      wanted = false;
    };
  }, [address, chain, rpcUrl]);
  return (
    <Text size="sm" role="status">
      Balance: {known.address === address ? known.text : '…'}
    </Text>
  );
}
