'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { IssuerRow } from '../../issuers/list-issuers';
import { shortAddress } from '@/registry/contract/short-address';
import { AdminCallStep } from '../admin-call-step';
import { AskedStep } from '../asked-step';
import { WalletLock } from '@/registry/ui/wallet/wallet-lock';
import { MarkForm } from './mark-form';

interface IssuerActionsProps {
  issuer: IssuerRow;
  /** The accounts that administer the contract, EIP-55. */
  holders: string[];
  head: number;
  chain: ChainProfile;
}

/** Dismiss, appoint again, or mark as compromised; each step first shows its effect and its cost. */
export function IssuerActions({ issuer, holders, head, chain }: IssuerActionsProps) {
  const t = useTranslations();
  const { address, status, isOurs } = issuer;
  const [asked, setAsked] = useState<'appoint' | 'dismiss' | 'compromise' | null>(null);
  const name = shortAddress(address);
  const close = () => setAsked(null);
  const mark = status === 'compromised' ? 'moveMark' : 'mark';
  const step = { path: '/api/admin/issuers/steps', holders, chain, onDone: close };
  return (
    <Stack gap="md">
      <WalletLock>
        <Group gap="sm">
          {status === 'active' && (
            <Button
              variant="default"
              aria-label={t('registry.issuerActions.dismissName', { name })}
              onClick={() => setAsked('dismiss')}
            >
              {t('registry.issuerActions.dismiss')}
            </Button>
          )}
          {status === 'dismissed' && (
            <Button
              variant="default"
              aria-label={t('registry.issuerActions.appointAgainName', { name })}
              onClick={() => setAsked('appoint')}
            >
              {t('registry.issuerActions.appointAgain')}
            </Button>
          )}
          {issuer.compromisedFrom !== 0 && (
            <Button
              color="red"
              variant="light"
              aria-label={t(`registry.issuerActions.${mark}Name`, { name })}
              onClick={() => setAsked('compromise')}
            >
              {t(`registry.issuerActions.${mark}`)}
            </Button>
          )}
        </Group>
      </WalletLock>
      {asked === 'dismiss' && (
        <AskedStep title={t('registry.issuerActions.dismissTitle', { name })} onClose={close}>
          <Text>{t('registry.issuerActions.dismissText')}</Text>
          {isOurs && <OwnKeyWarning />}
          <AdminCallStep
            {...step}
            body={{ step: 'dismiss', issuer: address }}
            verb={t('registry.issuerActions.confirmDismiss')}
            destructive
            done={t('registry.issuerActions.dismissed', { name })}
          />
        </AskedStep>
      )}
      {asked === 'appoint' && (
        <AskedStep title={t('registry.issuerActions.appointTitle', { name })} onClose={close}>
          <Text>{t('registry.issuerActions.appointText')}</Text>
          <AdminCallStep
            {...step}
            body={{ step: 'appoint', issuer: address }}
            verb={t('registry.appointIssuer.confirm')}
            done={t('registry.issuerActions.appointed', { name })}
          />
        </AskedStep>
      )}
      {asked === 'compromise' && (
        <AskedStep title={t('registry.issuerActions.markTitle', { name })} onClose={close}>
          {isOurs && <OwnKeyWarning />}
          <MarkForm {...step} issuer={issuer} head={head} />
        </AskedStep>
      )}
    </Stack>
  );
}

function OwnKeyWarning() {
  const t = useTranslations();
  return <Text fw={600}>{t('registry.issuerActions.ownKeyWarning')}</Text>;
}
