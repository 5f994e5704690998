'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { QrCode } from '@/components/qr-code';
import { SectionCard } from '@/components/section-card';
import { callApi, problemMessage } from '@/platform/http/call-api';
import { formatPatientCode } from '@/sharing/requests/patient-code';

/** Side of the QR code, CSS pixels. */
const SIDE = 160;

/** The code that a patient shows to a doctor, so that the doctor can ask. */
export function PatientCodeCard({ code }: { code: string | null }) {
  const t = useTranslations();
  const router = useRouter();
  const [shown, setShown] = useState(code);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function make() {
    setBusy(true);
    setFailure(null);
    try {
      const answer = z.object({ code: z.string() });
      setShown((await callApi('POST', '/api/accounts/patient-code', answer)).code);
      router.refresh();
    } catch (error) {
      setFailure(problemMessage(error, t));
    }
    setBusy(false);
  }

  return (
    <SectionCard id="patient-code" title={t('sharing.patientCode.title')}>
      <Text>{t('sharing.patientCode.explanation')}</Text>
      {shown !== null && (
        <Group gap="lg" align="center">
          <QrCode text={formatPatientCode(shown)} label={t('sharing.patientCode.qr')} size={SIDE} />
          <Text fz={28} fw={650} ff="monospace" aria-live="polite">
            {formatPatientCode(shown)}
          </Text>
        </Group>
      )}
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      <Stack gap="xs" align="flex-start" data-print="hide">
        <Button variant="default" loading={busy} onClick={() => void make()}>
          {shown === null ? t('sharing.patientCode.make') : t('sharing.patientCode.renew')}
        </Button>
        {shown !== null && (
          <Text size="sm" c="dimmed">
            {t('sharing.patientCode.renewHint')}
          </Text>
        )}
      </Stack>
    </SectionCard>
  );
}
