'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconPencil } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { callApi, NO_ANSWER, problemMessage } from '@/platform/http/call-api';
import { EndReasonDialog } from '@/reports/ui/retraction/end-reason-dialog';

/** Copies a rejected report into a new draft and opens it. */
export function AmendButton({ reportId }: { reportId: string }) {
  const t = useTranslations();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function amend() {
    setBusy(true);
    setFailure(null);
    try {
      const draft = await callApi('POST', `/api/reports/${reportId}/amend`, loadNewReport);
      router.push(`/doctor/reports/${draft.reportId}`);
    } catch (error) {
      setFailure(problemMessage(error, t));
      setBusy(false);
    }
  }

  return (
    <Stack gap="xs">
      <Button
        fullWidth
        loading={busy}
        onClick={() => void amend()}
        leftSection={<IconPencil size={18} aria-hidden="true" />}
      >
        {t('reports.amendButton.action')}
      </Button>
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
    </Stack>
  );
}

/** Withdraws a report before it is anchored. */
export function WithdrawButton({ reportId }: { reportId: string }) {
  const t = useTranslations();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        fullWidth
        variant="default"
        onClick={() => setAsking(true)}
        leftSection={<IconArrowBackUp size={18} aria-hidden="true" />}
      >
        {t('reports.withdrawButton.action')}
      </Button>
      <EndReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('reports.withdrawButton.title')}
        verb={t('reports.withdrawButton.confirm')}
        onConfirm={async (reason) => {
          await callApi('POST', `/api/reports/${reportId}/withdraw`, NO_ANSWER, { reason });
          router.refresh();
        }}
      >
        <Text>{t('reports.withdrawButton.consequence')}</Text>
      </EndReasonDialog>
    </>
  );
}

async function loadNewReport() {
  return (await import('@/reports/drafts/new-report')).newReport;
}
