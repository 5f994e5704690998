'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { IssuerRow } from '../../issuers/list-issuers';
import { shortAddress } from '@/registry/contract/short-address';
import { AdminCallStep } from '../admin-call-step';
import { AskedStep } from '../asked-step';
import { WalletLock } from '../wallet-lock';
import { MarkForm } from './mark-form';

interface IssuerActionsProps {
  issuer: IssuerRow;
  /** The accounts that administer the contract, EIP-55. */
  holders: string[];
  head: number;
  chain: ChainProfile;
}

/** Dismiss, appoint again, or mark as compromised; each says first what will happen and what it costs. */
export function IssuerActions({ issuer, holders, head, chain }: IssuerActionsProps) {
  const t = useTranslations();
  const { address, status, isOurs } = issuer;
  const [asked, setAsked] = useState<'appoint' | 'dismiss' | 'compromise' | null>(null);
  const name = shortAddress(address);
  const close = () => setAsked(null);
  const mark = status === 'compromised' ? 'Move the mark' : 'Mark as compromised';
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
              aria-label={`${mark}: ${name}`}
              onClick={() => setAsked('compromise')}
            >
              {mark} …
            </Button>
          )}
        </Group>
      </WalletLock>
      {asked === 'dismiss' && (
        <AskedStep title={t('registry.issuerActions.dismissName2', { name })} onClose={close}>
          <Text>{t('registry.issuerActions.itCanSignNoNewReport')}</Text>
          {isOurs && <OwnKeyWarning />}
          <AdminCallStep
            {...step}
            body={{ step: 'dismiss', issuer: address }}
            verb="Dismiss: confirm in my wallet"
            destructive
            done={`${name} is dismissed.`}
          />
        </AskedStep>
      )}
      {asked === 'appoint' && (
        <AskedStep title={t('registry.issuerActions.appointName', { name })} onClose={close}>
          <Text>{t('registry.issuerActions.itCanSignReportsAgainMake')}</Text>
          <AdminCallStep
            {...step}
            body={{ step: 'appoint', issuer: address }}
            verb="Appoint: confirm in my wallet"
            done={`${name} may sign.`}
          />
        </AskedStep>
      )}
      {asked === 'compromise' && (
        <AskedStep title={t('registry.issuerActions.markTheKeyOfNameAs', { name })} onClose={close}>
          {isOurs && <OwnKeyWarning />}
          <MarkForm {...step} issuer={issuer} head={head} />
        </AskedStep>
      )}
    </Stack>
  );
}

function OwnKeyWarning() {
  const t = useTranslations();
  return <Text fw={600}>{t('registry.issuerActions.thisServerSignsWithThisKey')}</Text>;
}
