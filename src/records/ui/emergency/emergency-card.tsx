'use client';

import { useTranslations } from 'next-intl';
import { Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { PrintButton } from '@/components/print-button';
import { QrCode } from '@/components/qr-code';
import type { BloodGroup } from '@/generated/prisma/enums';
import { formatPartialDate } from '@/platform/time/partial-date';
import type { EmergencySummary } from '@/records/emergency/summary-schema';
import classes from './emergency-card.module.css';
import { SummaryFacts } from './summary-facts';

/** Side of the QR code, CSS pixels. */
const SIDE = 132;

interface EmergencyCardProps {
  name: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  birthDate: string;
  bloodGroup: BloodGroup;
  summary: EmergencySummary | null;
  /** Of the patient, as it is shown. */
  code: string;
  /** What the QR code holds. */
  address: string;
}

/** A card to print and keep in a purse: who it is, and the code by which a doctor opens the emergency summary. */
export function EmergencyCard(props: EmergencyCardProps) {
  const { name, birthDate, bloodGroup, summary, code, address } = props;
  const t = useTranslations();
  const [hasFacts, setHasFacts] = useState(false);
  return (
    <Stack gap="lg">
      <Stack gap="md" data-print="hide">
        <Checkbox
          label={t('records.emergencyCard.withFacts')}
          description={t('records.emergencyCard.withFactsHint')}
          checked={hasFacts}
          onChange={(event) => setHasFacts(event.currentTarget.checked)}
        />
        <Group>
          <PrintButton />
        </Group>
      </Stack>
      <div className={classes['card']} data-print="alone">
        <Text size="sm" fw={650}>
          {t('records.emergencyCard.heading')}
        </Text>
        <Title order={2}>{name}</Title>
        <Text>{t('records.emergencyCard.born', { day: formatPartialDate(birthDate, t) })}</Text>
        <Group gap="md" align="center" mt="sm">
          <QrCode text={address} label={t('records.emergencyCard.qr')} size={SIDE} />
          <Stack gap={4} className={classes['words']}>
            <Text fz={22} fw={650} ff="monospace">
              {code}
            </Text>
            <Text size="sm">{t('records.emergencyCard.doctors')}</Text>
          </Stack>
        </Group>
        {hasFacts && <SummaryFacts bloodGroup={bloodGroup} summary={summary} />}
      </div>
    </Stack>
  );
}
