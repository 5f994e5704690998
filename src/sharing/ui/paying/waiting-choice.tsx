'use client';

import { useTranslations } from 'next-intl';
import { Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import type { ClinicOffer } from '@/registry/relayer/clinic-offer';
import { WaitingPlan } from './waiting-plan';

interface WaitingChoiceProps {
  waits: ClinicOffer['waits'];
  days: number;
  onChange: (days: number) => void;
}

/** How long the clinic may wait for a low price, and what that will likely come to. */
export function WaitingChoice({ waits, days, onChange }: WaitingChoiceProps) {
  const t = useTranslations();
  const chosen = waits.find((one) => one.days === days);
  return (
    <Paper p="md" role="group" aria-label={t('sharing.waitingChoice.label')}>
      <Stack gap="sm">
        <Text size="sm" id="waiting-days">
          {t('sharing.waitingChoice.days')}
        </Text>
        <SegmentedControl
          aria-labelledby="waiting-days"
          value={String(days)}
          onChange={(value) => onChange(Number(value))}
          data={waits.map((one) => ({
            value: String(one.days),
            label: t('sharing.waitingChoice.option', { days: one.days }),
          }))}
        />
        {chosen !== undefined && <WaitingPlan plan={chosen.plan} />}
        <Text size="sm">{t('sharing.waitingChoice.whatHappens')}</Text>
      </Stack>
    </Paper>
  );
}
