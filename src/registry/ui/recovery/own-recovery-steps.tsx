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
import { WalletLock } from '@/registry/ui/wallet/wallet-lock';

type Step = 'veto' | 'execute';

/** What a patient can do about a recovery now; each step first shows its effect and its cost. */
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
            {t('registry.ownRecoverySteps.execute.button')}
          </Button>
        )}
        <Button
          color="red"
          variant="light"
          leftSection={<IconHandStop size={18} aria-hidden="true" />}
          onClick={() => setStep('veto')}
        >
          {t('registry.ownRecoverySteps.veto.button')}
        </Button>
      </Group>
    );
  }
  return (
    <Stack gap="md">
      <Text>{t(`registry.ownRecoverySteps.${step}.explain`)}</Text>
      <CallStep
        key={step}
        path={`/api/wallet/recoveries/${id}/steps`}
        body={{ step }}
        account={step === 'veto' ? oldAddress : newAddress}
        chain={chain}
        verb={t(`registry.ownRecoverySteps.${step}.verb`)}
        destructive={step === 'veto'}
        done={t(`registry.ownRecoverySteps.${step}.done`)}
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
    notifications.show({ color: 'green', message: t('registry.ownRecoverySteps.takenBack') });
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
        title={t('registry.ownRecoverySteps.takeBackTitle')}
        verb={t('registry.ownRecoverySteps.takeBack')}
        onConfirm={takeBack}
      >
        <Text>{t('registry.ownRecoverySteps.takeBackText')}</Text>
      </ConfirmDialog>
    </>
  );
}
