'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { focusInvalidField } from '@/components/inputs/focus-invalid-field';
import { validateWith } from '@/components/inputs/validate-with';
import { ApiProblem, callApi, problemMessage } from '@/platform/http/call-api';
import {
  accessAnswer,
  recordInput,
  type EmergencyReason,
} from '@/sharing/emergency/emergency-schema';
import { ReasonSelect } from './reason-select';

/** A doctor asks two administrators to open all reports of a patient. */
export function RecordForm({ accessId }: { accessId: string }) {
  const t = useTranslations();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm<{ reason: EmergencyReason | ''; words: string }>({
    initialValues: { reason: '', words: '' },
    validate: validateWith(recordInput, t),
  });

  async function ask(typed: { reason: EmergencyReason | ''; words: string }) {
    setBusy(true);
    setFailure(null);
    try {
      const path = `/api/emergency-accesses/${accessId}/record` as const;
      const asked = await callApi('POST', path, accessAnswer, typed);
      router.push(`/doctor/emergency/${asked.accessId}`);
    } catch (error) {
      if (error instanceof ApiProblem) form.setErrors(error.fields);
      setFailure(problemMessage(error, t));
      setBusy(false);
    }
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={form.onSubmit((typed) => void ask(typed), focusInvalidField)}
    >
      <Stack gap="md">
        <ReasonSelect {...form.getInputProps('reason')} />
        <Textarea
          label={t('sharing.recordForm.words')}
          description={t('sharing.openingForm.wordsHint')}
          required
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('words')}
        />
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <Button type="submit" variant="default" loading={busy} style={{ alignSelf: 'flex-start' }}>
          {t('sharing.recordForm.ask')}
        </Button>
      </Stack>
    </form>
  );
}
