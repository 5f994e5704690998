'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconHandStop, IconWallet } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
import { callApi } from '@/platform/http/call-api';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { OwnRecovery } from '../../recovery/list-own-recoveries';
import { CallStep } from '../call-step';
import { WalletLock } from '../wallet-lock';

type Step = 'veto' | 'execute';

const STEPS: Record<Step, { button: string; explain: string; verb: string; done: string }> = {
  veto: {
    button: 'Stop this recovery',
    explain:
      'You send one transaction from the wallet that is said to be lost. Your reports stay with it, and the recovery is off. If you did not ask for this recovery, also change your password.',
    verb: 'Stop it: confirm in the old wallet',
    done: 'The recovery is stopped. Your reports stay with the old wallet.',
  },
  execute: {
    button: 'Finish',
    explain:
      'You send one transaction from the new wallet. From then on it governs every report of the lost wallet, who may see them stays as it is, and the lost wallet can do nothing with them any more. That cannot be undone.',
    verb: 'Finish: confirm in the new wallet',
    done: 'Your new wallet governs your reports from now on.',
  },
};

/** What a patient can do about a recovery now; each step says first what happens and what it costs. */
export function OwnRecoverySteps(props: { recovery: OwnRecovery; chain: ChainProfile }) {
  const t = useTranslations();
  const { recovery, chain } = props;
  const { id, state, steps, oldAddress, newAddress } = recovery;
  const [step, setStep] = useState<Step | null>(null);
  if (state === 'REQUESTED') return <TakeBack recoveryId={id} />;
  if (steps.length === 0) return null;
  if (step === null) {
    return (
      <Group gap="sm">
        {steps.includes('execute') && (
          <Button
            leftSection={<IconWallet size={18} aria-hidden="true" />}
            onClick={() => setStep('execute')}
          >
            {STEPS.execute.button}
          </Button>
        )}
        <Button
          color="red"
          variant="light"
          leftSection={<IconHandStop size={18} aria-hidden="true" />}
          onClick={() => setStep('veto')}
        >
          {STEPS.veto.button}
        </Button>
      </Group>
    );
  }
  return (
    <Stack gap="md">
      <Text>{STEPS[step].explain}</Text>
      <CallStep
        key={step}
        path={`/api/wallet/recoveries/${id}/steps`}
        body={{ step }}
        account={step === 'veto' ? oldAddress : newAddress}
        chain={chain}
        verb={STEPS[step].verb}
        destructive={step === 'veto'}
        done={STEPS[step].done}
        onDone={() => setStep(null)}
      />
      <WalletLock>
        <Button variant="subtle" onClick={() => setStep(null)}>
          {t('registry.ownRecoverySteps.notNow')}
        </Button>
      </WalletLock>
    </Stack>
  );
}

function TakeBack({ recoveryId }: { recoveryId: string }) {
  const t = useTranslations();
  const router = useRouter();
  const [asked, setAsked] = useState(false);

  async function takeBack() {
    await callApi('DELETE', `/api/wallet/recoveries/${recoveryId}`, z.undefined());
    notifications.show({ color: 'green', message: 'Your request is taken back.' });
    router.refresh();
  }

  return (
    <>
      <Group>
        <Button variant="default" onClick={() => setAsked(true)}>
          {t('registry.ownRecoverySteps.takeTheRequestBack')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('registry.ownRecoverySteps.takeTheRequestBack2')}
        verb="Take back"
        onConfirm={takeBack}
      >
        <Text>{t('registry.ownRecoverySteps.nothingIsOnTheBlockchainYet')}</Text>
      </ConfirmDialog>
    </>
  );
}
