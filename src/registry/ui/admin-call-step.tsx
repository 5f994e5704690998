'use client';

import { useTranslations } from 'next-intl';
import { NativeSelect, Stack, Text } from '@mantine/core';
import { useState, type ComponentProps } from 'react';
import { shortAddress } from '@/registry/contract/short-address';
import { CallStep } from './call-step';
import { WalletLock } from '@/registry/ui/wallet/wallet-lock';

type AdminCallStepProps = Omit<ComponentProps<typeof CallStep>, 'account'> & {
  /** The accounts that hold the right on the contract, EIP-55. */
  holders: readonly string[];
};

/** A call by an administrator's own wallet, one of those that hold the right to it. */
export function AdminCallStep({ holders, body, ...step }: AdminCallStepProps) {
  const t = useTranslations();
  const [chosen, setChosen] = useState<string | null>(null);
  const account = chosen ?? holders[0];
  if (account === undefined) {
    return <Text>{t('registry.adminCallStep.noHolder')}</Text>;
  }
  return (
    <Stack gap="md">
      {holders.length > 1 && (
        <WalletLock>
          <NativeSelect
            label={t('registry.adminCallStep.withWhichWallet')}
            data={holders.map((value) => ({ value, label: shortAddress(value) }))}
            value={account}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        </WalletLock>
      )}
      <CallStep key={account} {...step} body={{ ...body, account }} account={account} />
    </Stack>
  );
}
