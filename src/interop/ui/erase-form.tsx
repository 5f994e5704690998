'use client';

import { useTranslations } from 'next-intl';
import { Button, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import { z } from 'zod';
import { useSubmission } from '@/accounts/ui/use-submission';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { Stack } from '@/components/plain/stack';
import { ApiProblem, callApi } from '@/platform/http/call-api';

/** Asks for it. Where it was asked for already, as when an answer was lost or in another window, all is done. */
async function ask(email: string): Promise<void> {
  try {
    await callApi('POST', '/api/erasures', z.undefined(), { email });
  } catch (error) {
    if (!(error instanceof ApiProblem && error.code === 'conflict')) throw error;
  }
}

/** Asks for the erasure once the person has typed their own address. */
export function EraseForm() {
  const t = useTranslations();
  const router = useRouter();
  const [email, setEmail] = useState('');
  const [fieldError, setFieldError] = useState<string | null>(null);
  const { busy, failure, submit } = useSubmission(({ email: error }) =>
    setFieldError(error ?? null),
  );

  async function send(event: SubmitEvent) {
    event.preventDefault();
    setFieldError(null);
    if (await submit(() => ask(email))) router.refresh();
  }

  return (
    <form method="post" onSubmit={(event) => void send(event)}>
      <Stack align="flex-start">
        <TextInput
          type="email"
          label={t('interop.eraseForm.label')}
          description={t('interop.eraseForm.description')}
          autoComplete="off"
          required
          maxLength={320}
          w="100%"
          value={email}
          error={fieldError}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        {failure !== null && fieldError === null && <ErrorNotice>{failure}</ErrorNotice>}
        <Button type="submit" variant="outline" color="red" loading={busy}>
          {t('interop.eraseForm.erase')}
        </Button>
      </Stack>
    </form>
  );
}
