'use client';

import { useTranslations } from 'next-intl';
import { Text } from '@mantine/core';
import { formatEther } from 'ethers';
import { useEffect, useState } from 'react';
import { formattingLocale } from '@/messages/translator';
import { DEMO_ACCOUNTS } from './demo-accounts';
import { demoNode } from './demo-node';
import type { DemoState } from './demo-state';
import type { DemoWalletProps } from './demo-wallet-props';

const FOUR_DIGITS = {
  minimumFractionDigits: 4,
  maximumFractionDigits: 4,
  useGrouping: false,
} as const;

/** How much play money the chosen account holds. */
export function DemoBalance({ state, chain, rpcUrl }: DemoWalletProps & { state: DemoState }) {
  const t = useTranslations();
  const address = DEMO_ACCOUNTS[state.account]?.address ?? '';
  const [known, setKnown] = useState({ address: '', text: '' });
  useEffect(() => {
    let wanted = true;
    const show = (text: string) => {
      if (wanted) setKnown({ address, text });
    };
    demoNode(chain, rpcUrl)
      .getBalance(address)
      .then(
        (wei) => {
          const form = new Intl.NumberFormat(formattingLocale(t), FOUR_DIGITS);
          show(`${form.format(Number(formatEther(wei)))} ETH`);
        },
        () => {
          show(t('registry.demoBalance.unknown'));
        },
      );
    return () => {
      wanted = false;
    };
  }, [address, chain, rpcUrl, t]);
  return (
    <Text size="sm" role="status">
      {t('registry.demoBalance.balance', {
        balance: known.address === address ? known.text : '…',
      })}
    </Text>
  );
}
