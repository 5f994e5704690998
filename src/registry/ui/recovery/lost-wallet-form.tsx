'use client';

import { useTranslations } from 'next-intl';
import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Copyable } from '@/components/copyable';
import { Section } from '@/components/section';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { WalletBinding } from '../wallet-binding';
import { WalletLock } from '../wallet-lock';
import { RecoveryConfirmation } from './recovery-confirmation';

interface LostWalletFormProps {
  /** The wallets that may be the lost one, EIP-55. */
  candidates: string[];
  /** The wallet that is bound to the account now, EIP-55. */
  bound: string | null;
  chain: ChainProfile;
}

/** Which wallet is lost, which one follows it, and who says so: by a mailed code. */
export function LostWalletForm({ candidates, bound, chain }: LostWalletFormProps) {
  const t = useTranslations();
  // Once the new wallet is bound, it is among the candidates, too.
  const [only] = candidates.length === 1 ? candidates : [];
  const [lost, setLost] = useState<string | null>(only ?? null);
  const newWallet = bound !== null && bound !== lost ? bound : null;
  return (
    <Stack gap="xl">
      <Section title={t('registry.lostWalletForm.n1WhichWalletIsLost')}>
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
                      {address}
                      {address === bound && t('registry.lostWalletForm.connectedToYourAccount')}
                    </span>
                  }
                />
              ))}
            </Stack>
          </Radio.Group>
        </WalletLock>
      </Section>
      {lost !== null && (
        <Section title={t('registry.lostWalletForm.n2WhichWalletFollowsIt')}>
          {newWallet === null ? (
            <>
              <Text>{t('registry.lostWalletForm.makeANewAccountInYour')}</Text>
              <WalletBinding bound={bound} chain={chain} />
            </>
          ) : (
            <>
              <Text>{t('registry.lostWalletForm.thisWalletIsConnectedToYour')}</Text>
              <Copyable name={t('common.newWallet')} text={newWallet} />
            </>
          )}
        </Section>
      )}
      {lost !== null && newWallet !== null && (
        <Section title={t('registry.lostWalletForm.n3ConfirmThatItIsYou')}>
          <RecoveryConfirmation oldAddress={lost} newAddress={newWallet} />
        </Section>
      )}
    </Stack>
  );
}
