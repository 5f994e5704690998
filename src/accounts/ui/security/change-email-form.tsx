'use client';

import { useTranslations } from 'next-intl';
import { Button, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { callApi } from '@/platform/http/call-api';
import { useSubmission } from '../use-submission';

/** Asks for another e-mail address of the account. */
export function ChangeEmailForm({ email }: { email: string }) {
  const t = useTranslations();
  const [newEmail, setNewEmail] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [fieldError, setFieldError] = useState<string | null>(null);
  const { busy, failure, submit } = useSubmission(({ newEmail: error }) =>
    setFieldError(error ?? null),
  );

  async function send(event: SubmitEvent) {
    event.preventDefault();
    setFieldError(null);
    const done = await submit(() =>
      callApi('POST', '/api/accounts/email-changes', z.undefined(), { newEmail }),
    );
    if (!done) return;
    setSentTo(newEmail);
    setNewEmail('');
  }

  return (
    <form method="post" onSubmit={(event) => void send(event)}>
      <Stack align="flex-start">
        <Text>{t('accounts.emailChange.present', { email })}</Text>
        {sentTo !== null && (
          <Text role="status">{t('accounts.emailChange.sent', { email, newEmail: sentTo })}</Text>
        )}
        <TextInput
          label={t('accounts.emailChange.newEmail')}
          type="email"
          autoComplete="email"
          required
          w="100%"
          value={newEmail}
          error={fieldError}
          onChange={(event) => setNewEmail(event.currentTarget.value)}
        />
        {failure !== null && fieldError === null && <ErrorNotice>{failure}</ErrorNotice>}
        <Button type="submit" variant="default" loading={busy}>
          {t('accounts.emailChange.request')}
        </Button>
      </Stack>
    </form>
  );
}
