'use client';

import { useTranslations } from 'next-intl';
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { RecoveryRow } from '../../recovery/list-recoveries';
import { AdminCallStep } from '../admin-call-step';
import { AskedStep } from '../asked-step';
import { WalletLock } from '@/registry/ui/wallet/wallet-lock';
import { DeclineRecovery } from './decline-recovery-dialog';

interface DecideRecoveryProps {
  recovery: RecoveryRow;
  /** The accounts that may propose and stop recoveries, EIP-55. */
  holders: string[];
  chain: ChainProfile;
}

type Decision = RecoveryRow['decisions'][number];

/** The decisions that are possible about a recovery; each step first shows its effect and its cost. */
export function DecideRecovery({ recovery, holders, chain }: DecideRecoveryProps) {
  const t = useTranslations();
  const { id, decisions, patient } = recovery;
  const [asked, setAsked] = useState<Decision | null>(null);
  const [sure, setSure] = useState(false);
  const close = () => {
    setAsked(null);
    setSure(false);
  };
  if (decisions.length === 0) return null;
  const step = { path: `/api/admin/recoveries/${id}/steps`, holders, chain, onDone: close };
  return (
    <Stack gap="md">
      <WalletLock>
        <Group gap="sm">
          {decisions.includes('propose') && (
            <Button
              onClick={() => setAsked('propose')}
              aria-label={t('registry.decideRecovery.proposeForName', { name: patient.name })}
            >
              {t('registry.decideRecovery.propose')}
            </Button>
          )}
          {decisions.includes('decline') && (
            <Button
              variant="default"
              onClick={() => setAsked('decline')}
              aria-label={t('registry.decideRecovery.declineForName', { name: patient.name })}
            >
              {t('registry.decideRecovery.decline')}
            </Button>
          )}
          {decisions.includes('veto') && (
            <Button
              color="red"
              variant="light"
              onClick={() => setAsked('veto')}
              aria-label={t('registry.decideRecovery.stopForName', { name: patient.name })}
            >
              {t('registry.decideRecovery.stop')}
            </Button>
          )}
        </Group>
      </WalletLock>
      <DeclineRecovery
        recoveryId={id}
        name={patient.name}
        opened={asked === 'decline'}
        onClose={close}
      />
      {asked === 'propose' && (
        <AskedStep
          title={t('registry.decideRecovery.proposeTitle', { name: patient.name })}
          onClose={close}
        >
          <Text>{t('registry.decideRecovery.proposeText')}</Text>
          <WalletLock>
            <Checkbox
              label={t('registry.decideRecovery.iHaveMadeSure')}
              checked={sure}
              onChange={(event) => setSure(event.currentTarget.checked)}
            />
          </WalletLock>
          <AdminCallStep
            {...step}
            body={{ step: 'propose' }}
            verb={t('registry.decideRecovery.confirmProposal')}
            blocked={sure ? null : t('registry.decideRecovery.tickFirst')}
            done={t('registry.decideRecovery.proposed')}
          />
        </AskedStep>
      )}
      {asked === 'veto' && (
        <AskedStep
          title={t('registry.decideRecovery.stopTitle', { name: patient.name })}
          onClose={close}
        >
          <Text>{t('registry.decideRecovery.stopText')}</Text>
          <AdminCallStep
            {...step}
            body={{ step: 'veto' }}
            verb={t('registry.decideRecovery.confirmStop')}
            destructive
            done={t('registry.decideRecovery.stopped')}
          />
        </AskedStep>
      )}
    </Stack>
  );
}
