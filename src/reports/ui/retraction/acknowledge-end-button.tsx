'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { callApi, problemMessage } from '@/platform/http/call-api';

/** Removes the notice that a report is no longer valid from the patient's first page. */
export function AcknowledgeEndButton({ reportId }: { reportId: string }) {
  const t = useTranslations();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function acknowledge() {
    setBusy(true);
    setFailure(null);
    try {
      await callApi('POST', `/api/reports/${reportId}/acknowledge-end`, z.undefined());
      router.refresh();
    } catch (error) {
      setFailure(problemMessage(error, t));
      setBusy(false);
    }
  }

  return (
    <Stack gap="xs" align="flex-start" data-print="hide">
      <Button
        loading={busy}
        leftSection={<IconCheck size={18} aria-hidden="true" />}
        onClick={() => void acknowledge()}
      >
        {t('reports.acknowledgeEndButton.iHaveReadThis')}
      </Button>
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
    </Stack>
  );
}
