'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { z } from 'zod';
import { validateWith } from '@/components/inputs/validate-with';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { callApi } from '@/platform/http/call-api';
import { newPasswordSchema } from '@/accounts/passwords/password-length';
import { AccountCard } from '@/accounts/ui/doctors/account-card';
import { focusFirstError } from './focus-first-error';
import { NewPasswordInput } from './new-password-input';
import { useSubmission } from './use-submission';
import { WithLinkSecret } from './with-link-secret';

/** The link names no person; the server knows them. */
const NOTHING_KNOWN: readonly string[] = [];

const schema = z.object({ password: newPasswordSchema });

/** Sets a new password by the link's token, then leads to the log-in page. */
export function ResetPasswordForm() {
  const t = useTranslations();
  return (
    <WithLinkSecret page="reset-password" title={t('accounts.resetPasswordForm.title')}>
      {(token) => <NewPasswordForm token={token} />}
    </WithLinkSecret>
  );
}

function NewPasswordForm({ token }: { token: string }) {
  const t = useTranslations();
  const form = useForm({
    initialValues: { password: '' },
    validate: validateWith(schema, t),
  });
  const { busy, failure, submit } = useSubmission(form.setErrors);

  async function send({ password }: typeof form.values) {
    const body = { token, password };
    const done = await submit(() =>
      callApi('POST', '/api/accounts/passwords', z.undefined(), body),
    );
    // eslint-disable-next-line @next/next/no-location-assign-relative-destination -- a whole load on purpose
    if (done) globalThis.location.assign('/login?notice=password-set');
  }

  return (
    <AccountCard
      title={t('accounts.resetPasswordForm.title')}
      lead={t('accounts.resetPasswordForm.lead')}
    >
      {failure !== null && (
        <ErrorNotice title={t('accounts.resetPasswordForm.notSet')}>{failure}</ErrorNotice>
      )}
      <form
        method="post"
        noValidate
        onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}
      >
        <Stack>
          <NewPasswordInput
            about={NOTHING_KNOWN}
            label={t('accounts.resetPasswordForm.newPassword')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={busy} fullWidth>
            {t('accounts.resetPasswordForm.setThePassword')}
          </Button>
        </Stack>
      </form>
    </AccountCard>
  );
}
