'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { Section } from '@/components/section';
import { callApi, problemMessage } from '@/platform/http/call-api';

const answer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('intact'), events: z.string() }),
  z.object({ outcome: z.literal('broken'), at: z.string() }),
]);

/** Recomputes the trail when asked to, and shows the result. */
export function AuditCheck() {
  const t = useTranslations();
  const [busy, setBusy] = useState(false);
  const [check, setCheck] = useState<z.infer<typeof answer> | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function run() {
    setBusy(true);
    setFailure(null);
    try {
      setCheck(await callApi('POST', '/api/admin/audit-check', answer));
    } catch (error) {
      setFailure(problemMessage(error, t));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Section title={t('audit.auditCheck.auditTrail')}>
      <Stack gap="md" align="flex-start">
        <Text>{t('audit.auditCheck.explanation')}</Text>
        <Button variant="default" loading={busy} onClick={() => void run()}>
          {t('audit.auditCheck.checkTheTrail')}
        </Button>
        {failure !== null && (
          <ErrorNotice title={t('audit.auditCheck.notChecked')}>{failure}</ErrorNotice>
        )}
        {check?.outcome === 'intact' && (
          <Alert role="status" color="green" icon={<IconShieldCheck aria-hidden="true" />}>
            {t('audit.auditCheck.intact', { events: check.events })}
          </Alert>
        )}
        {check?.outcome === 'broken' && (
          <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden="true" />}>
            {t('audit.auditCheck.broken', { at: check.at })}
          </Alert>
        )}
      </Stack>
    </Section>
  );
}
