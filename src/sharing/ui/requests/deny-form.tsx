'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { validateWith } from '@/components/inputs/validate-with';
import { callApi, problemMessage } from '@/platform/http/call-api';
import { denialInput } from '@/sharing/requests/request-schema';

/** Asks why a request is declined, and declines it. */
export function DenyForm({ requestId, onCancel }: { requestId: string; onCancel: () => void }) {
  const t = useTranslations();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm({
    initialValues: { reason: '' },
    validate: validateWith(denialInput, t),
  });

  async function deny(denial: z.infer<typeof denialInput>) {
    setBusy(true);
    setFailure(null);
    try {
      await callApi('POST', `/api/access-requests/${requestId}/denial`, z.undefined(), denial);
      router.refresh();
    } catch (error) {
      setFailure(problemMessage(error, t));
      setBusy(false);
    }
  }

  return (
    <form method="post" noValidate onSubmit={form.onSubmit((values) => void deny(values))}>
      <Stack gap="md">
        <Textarea
          label={t('sharing.denyForm.reason')}
          description={t('sharing.denyForm.reasonHint')}
          required
          autosize
          minRows={3}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <Group>
          <Button variant="default" disabled={busy} onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" color="red" loading={busy}>
            {t('sharing.denyForm.decline')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
