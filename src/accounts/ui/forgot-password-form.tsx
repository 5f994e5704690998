'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { z } from 'zod';
import { validateWith } from '@/components/inputs/validate-with';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { callApi } from '@/platform/http/call-api';
import { emailSchema } from '@/accounts/email/email-schema';
import { AccountCard } from '@/accounts/ui/doctors/account-card';
import { focusFirstError } from './focus-first-error';
import { SentCard } from '@/accounts/ui/registration/sent-card';
import { useSubmission } from './use-submission';

const schema = z.object({ email: emailSchema });

/** Asks for a link to set a new password. */
export function ForgotPasswordForm() {
  const t = useTranslations();
  const form = useForm({
    initialValues: { email: '' },
    validate: validateWith(schema, t),
  });
  const { busy, failure, submit } = useSubmission(form.setErrors);
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo !== null) return <SentCard email={sentTo} />;

  async function send(values: typeof form.values) {
    const done = await submit(() =>
      callApi('POST', '/api/accounts/password-resets', z.undefined(), values),
    );
    if (done) setSentTo(values.email);
  }

  return (
    <AccountCard
      title={t('accounts.forgotPasswordForm.title')}
      lead={t('accounts.forgotPasswordForm.lead')}
    >
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      <form
        method="post"
        noValidate
        onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}
      >
        <Stack>
          <TextInput
            label={t('common.eMailAddress')}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps('email')}
          />
          <Button type="submit" loading={busy} fullWidth>
            {t('accounts.forgotPasswordForm.sendTheLink')}
          </Button>
        </Stack>
      </form>
    </AccountCard>
  );
}
