'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type SubmitEvent } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { callApi } from '@/platform/http/call-api';
import { NewPasswordInput } from '../new-password-input';
import { useSubmission } from '../use-submission';

/**
 * Gives the account another password; asks first who the person is.
 * @param props.about words that a stranger would try for this person
 */
export function ChangePasswordForm({ about }: { about: readonly string[] }) {
  const t = useTranslations();
  const [password, setPassword] = useState('');
  const [fieldError, setFieldError] = useState<string | null>(null);
  const { busy, failure, submit } = useSubmission(({ password: error }) =>
    setFieldError(error ?? null),
  );

  async function send(event: SubmitEvent) {
    event.preventDefault();
    setFieldError(null);
    const done = await submit(() =>
      callApi('PUT', '/api/accounts/password', z.undefined(), { password }),
    );
    if (!done) return;
    setPassword('');
    notifications.show({ color: 'green', message: t('accounts.changePasswordForm.changed') });
  }

  return (
    <form method="post" onSubmit={(event) => void send(event)}>
      <Stack align="flex-start">
        <Text>{t('accounts.changePasswordForm.hint')}</Text>
        <NewPasswordInput
          about={about}
          label={t('accounts.changePasswordForm.newPassword')}
          w="100%"
          value={password}
          error={fieldError}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {failure !== null && fieldError === null && <ErrorNotice>{failure}</ErrorNotice>}
        <Button type="submit" variant="default" loading={busy}>
          {t('accounts.changePasswordForm.change')}
        </Button>
      </Stack>
    </form>
  );
}
