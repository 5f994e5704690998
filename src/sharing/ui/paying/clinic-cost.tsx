'use client';

import { useTranslations } from 'next-intl';
import { Paper, Stack, Text } from '@mantine/core';
import { ethText, usdText } from '@/registry/fees/fee-text';
import type { ClinicOffer } from '@/registry/relayer/clinic-offer';

/** That the patient pays nothing, and what it costs the clinic. */
export function ClinicCost({ costEth, costUsd }: ClinicOffer) {
  const t = useTranslations();
  return (
    <Paper p="md" role="group" aria-label={t('sharing.clinicCost.label')}>
      <Stack gap={4}>
        <Text fz="xl" fw={650}>
          {t('sharing.clinicCost.nothing')}
        </Text>
        <Text size="sm" c="dimmed">
          {costUsd === null
            ? t('sharing.clinicCost.clinicPaysEth', { eth: ethText(costEth, t) })
            : t('sharing.clinicCost.clinicPays', {
                usd: usdText(costUsd, t),
                eth: ethText(costEth, t),
              })}
        </Text>
        <Text size="sm">{t('sharing.clinicCost.whatHappens')}</Text>
      </Stack>
    </Paper>
  );
}
