'use client';

import { useTranslations } from 'next-intl';
import { Button, Card, Stack, Text, TextInput, Title } from '@mantine/core';
import { getAddress, isAddress } from 'ethers';
import { useState } from 'react';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { AdminCallStep } from '../admin-call-step';
import { WalletLock } from '@/registry/ui/wallet/wallet-lock';

interface AppointIssuerProps {
  /** The accounts that administer the contract, EIP-55. */
  holders: string[];
  chain: ChainProfile;
}

/** Lets a new account sign reports. */
export function AppointIssuer({ holders, chain }: AppointIssuerProps) {
  const t = useTranslations();
  const [typed, setTyped] = useState('');
  const [issuer, setIssuer] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);

  function check() {
    setWrong(!isAddress(typed.trim()));
    setIssuer(isAddress(typed.trim()) ? getAddress(typed.trim()) : null);
  }

  return (
    <Card component="section" aria-labelledby="appoint">
      <Stack gap="md" align="flex-start">
        <Title order={2} size="h3" id="appoint">
          {t('registry.appointIssuer.appointAnIssuer')}
        </Title>
        <Text>{t('registry.appointIssuer.warning')}</Text>
        <WalletLock>
          <TextInput
            label={t('registry.appointIssuer.theIssuersAddress')}
            placeholder="0x…"
            w="100%"
            value={typed}
            error={wrong ? t('registry.appointIssuer.notAnAddress') : undefined}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setIssuer(null);
              setWrong(false);
            }}
          />
        </WalletLock>
        {issuer === null ? (
          <Button variant="default" disabled={typed.trim() === ''} onClick={check}>
            {t('registry.appointIssuer.lookAtTheCost')}
          </Button>
        ) : (
          <AdminCallStep
            path="/api/admin/issuers/steps"
            body={{ step: 'appoint', issuer }}
            holders={holders}
            chain={chain}
            verb={t('registry.appointIssuer.confirm')}
            done={t('registry.appointIssuer.done')}
            onDone={() => {
              setTyped('');
              setIssuer(null);
            }}
          />
        )}
      </Stack>
    </Card>
  );
}
