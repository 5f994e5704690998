'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { validateWith } from '@/components/inputs/validate-with';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { callApi, problemMessage } from '@/platform/http/call-api';
import { rejectionSchema, type Rejection } from '@/reports/review/rejection';

/** Asks why a report is rejected, and rejects it. */
export function RejectForm({ reportId, onCancel }: { reportId: string; onCancel: () => void }) {
  const t = useTranslations();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm<Rejection>({
    initialValues: { reason: '' },
    validate: validateWith(rejectionSchema, t),
  });

  async function reject(rejection: Rejection) {
    setBusy(true);
    setFailure(null);
    try {
      await callApi('POST', `/api/reports/${reportId}/reject`, z.undefined(), rejection);
      router.refresh();
    } catch (error) {
      setFailure(problemMessage(error, t));
      setBusy(false);
    }
  }

  return (
    <form method="post" noValidate onSubmit={form.onSubmit((values) => void reject(values))}>
      <Stack gap="md">
        <Textarea
          label={t('reports.rejectForm.reason')}
          description={t('reports.rejectForm.reasonHint')}
          required
          autosize
          minRows={4}
          maxLength={1000}
          {...form.getInputProps('reason')}
        />
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <Group grow>
          <Button variant="default" disabled={busy} onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" color="red" loading={busy}>
            {t('reports.rejectForm.reject')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
