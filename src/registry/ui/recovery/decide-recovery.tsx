'use client';

import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { RecoveryRow } from '../../recovery/list-recoveries';
import { AdminCallStep } from '../admin-call-step';
import { AskedStep } from '../asked-step';
import { WalletLock } from '../wallet-lock';
import { DeclineRecovery } from './decline-recovery-dialog';

interface DecideRecoveryProps {
  recovery: RecoveryRow;
  /** The accounts that may propose and stop recoveries, EIP-55. */
  holders: string[];
  chain: ChainProfile;
}

type Decision = RecoveryRow['decisions'][number];

/** The decisions that fit a recovery; each says first what will happen and what it costs. */
export function DecideRecovery({ recovery, holders, chain }: DecideRecoveryProps) {
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
            <Button onClick={() => setAsked('propose')} aria-label={`Propose for ${patient.name}`}>
              Propose …
            </Button>
          )}
          {decisions.includes('decline') && (
            <Button
              variant="default"
              onClick={() => setAsked('decline')}
              aria-label={`Decline for ${patient.name}`}
            >
              Decline …
            </Button>
          )}
          {decisions.includes('veto') && (
            <Button
              color="red"
              variant="light"
              onClick={() => setAsked('veto')}
              aria-label={`Stop for ${patient.name}`}
            >
              Stop …
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
        <AskedStep title={`Propose the recovery for ${patient.name}?`} onClose={close}>
          <Text>
            Your wallet sends one transaction. Seven days later the new wallet can take over every
            report of the lost one. Until then the lost wallet, or you, can stop it. The patient is
            told by e-mail.
          </Text>
          <WalletLock>
            <Checkbox
              label="I have made sure, by another way than this portal, that this is the patient and that the wallet is lost."
              checked={sure}
              onChange={(event) => setSure(event.currentTarget.checked)}
            />
          </WalletLock>
          <AdminCallStep
            {...step}
            body={{ step: 'propose' }}
            verb="Propose: confirm in my wallet"
            blocked={sure ? null : 'Tick above that you have made sure first.'}
            done="The recovery is proposed. The seven days have begun."
          />
        </AskedStep>
      )}
      {asked === 'veto' && (
        <AskedStep title={`Stop the recovery for ${patient.name}?`} onClose={close}>
          <Text>
            Your wallet sends one transaction. The old wallet keeps its reports, and the patient is
            told by e-mail. It can be asked for and proposed again.
          </Text>
          <AdminCallStep
            {...step}
            body={{ step: 'veto' }}
            verb="Stop it: confirm in my wallet"
            destructive
            done="The recovery is stopped."
          />
        </AskedStep>
      )}
    </Stack>
  );
}
