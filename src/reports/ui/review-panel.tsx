'use client';

import { useTranslations } from 'next-intl';
import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { callApi, problemMessage } from '@/platform/http/call-api';
import { RejectForm } from './reject-form';

/** The patient's decision on a forwarded report. */
export function ReviewPanel({ reportId }: { reportId: string }) {
  const t = useTranslations();
  const router = useRouter();
  const [rejecting, setRejecting] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function approve() {
    setBusy(true);
    setFailure(null);
    try {
      await callApi('POST', `/api/reports/${reportId}/approve`, z.undefined());
      router.refresh();
    } catch (error) {
      setFailure(problemMessage(error, t));
      setBusy(false);
    }
  }

  return (
    <Card component="section" aria-labelledby="review" data-print="hide">
      <Stack gap="md">
        <div>
          <Title order={2} size="h3" id="review">
            {t('reports.reviewPanel.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('reports.reviewPanel.hint')}
          </Text>
        </div>
        {rejecting ? (
          <RejectForm reportId={reportId} onCancel={() => setRejecting(false)} />
        ) : (
          <>
            <Button
              fullWidth
              loading={busy}
              leftSection={<IconCheck size={18} aria-hidden="true" />}
              onClick={() => void approve()}
            >
              {t('reports.reviewPanel.approve')}
            </Button>
            <Button
              fullWidth
              variant="default"
              disabled={busy}
              leftSection={<IconX size={18} aria-hidden="true" />}
              onClick={() => setRejecting(true)}
            >
              {t('reports.reviewPanel.reject')}
            </Button>
            {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
          </>
        )}
      </Stack>
    </Card>
  );
}
