'use client';

import { useTranslations } from 'next-intl';
import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Copyable } from '@/components/copyable';
import { Section } from '@/components/section';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { WalletBinding } from '@/registry/ui/wallet/wallet-binding';
import { WalletLock } from '@/registry/ui/wallet/wallet-lock';
import { RecoveryConfirmation } from './recovery-confirmation';

interface LostWalletFormProps {
  /** The wallets that may be the lost one, EIP-55. */
  candidates: string[];
  /** The wallet that is bound to the account now, EIP-55. */
  bound: string | null;
  chain: ChainProfile;
}

/** Which wallet is lost, which one follows it, and the patient's confirmation by a mailed code. */
export function LostWalletForm({ candidates, bound, chain }: LostWalletFormProps) {
  const t = useTranslations();
  // Once the new wallet is bound, it is among the candidates, too.
  const [only] = candidates.length === 1 ? candidates : [];
  const [lost, setLost] = useState<string | null>(only ?? null);
  const newWallet = bound !== null && bound !== lost ? bound : null;
  return (
    <Stack gap="xl">
      <Section title={t('registry.lostWalletForm.whichWalletIsLost')}>
        <WalletLock>
          <Radio.Group
            aria-label={t('common.lostWallet')}
            value={lost ?? ''}
            onChange={(value) => setLost(value)}
          >
            <Stack gap="sm">
              {candidates.map((address) => (
                <Radio
                  key={address}
                  value={address}
                  label={
                    <span style={{ overflowWrap: 'anywhere' }}>
                      {address === bound
                        ? t('registry.lostWalletForm.addressConnected', { address })
                        : address}
                    </span>
                  }
                />
              ))}
            </Stack>
          </Radio.Group>
        </WalletLock>
      </Section>
      {lost !== null && (
        <Section title={t('registry.lostWalletForm.whichWalletFollows')}>
          {newWallet === null ? (
            <>
              <Text>{t('registry.lostWalletForm.makeNewAccount')}</Text>
              <WalletBinding bound={bound} chain={chain} />
            </>
          ) : (
            <>
              <Text>{t('registry.lostWalletForm.willTakeOver')}</Text>
              <Copyable name={t('common.newWallet')} text={newWallet} />
            </>
          )}
        </Section>
      )}
      {lost !== null && newWallet !== null && (
        <Section title={t('registry.lostWalletForm.confirmItIsYou')}>
          <RecoveryConfirmation oldAddress={lost} newAddress={newWallet} />
        </Section>
      )}
    </Stack>
  );
}
