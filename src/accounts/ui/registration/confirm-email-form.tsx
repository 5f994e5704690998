'use client';

import { useTranslations } from 'next-intl';
import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { callApi } from '@/platform/http/call-api';
import { AccountCard } from '@/accounts/ui/doctors/account-card';
import { enter } from '@/accounts/ui/enter';
import { WithLinkSecret } from '@/accounts/ui/with-link-secret';
import { useSubmission } from '@/accounts/ui/use-submission';

const answer = z.object({ outcome: z.enum(['active', 'pending']), email: z.string() });

/** Confirms the mailbox by the link's token and the password, and logs a patient in. */
export function ConfirmEmailForm() {
  const t = useTranslations();
  return (
    <WithLinkSecret page="confirm-email" title={t('accounts.confirmEmailForm.title')}>
      {(token) => <ConfirmationForm token={token} />}
    </WithLinkSecret>
  );
}

function ConfirmationForm({ token }: { token: string }) {
  const t = useTranslations();
  const { busy, failure, submit } = useSubmission();
  const [password, setPassword] = useState('');
  const [pending, setPending] = useState(false);

  async function confirm() {
    await submit(async () => {
      const body = { token, password };
      const account = await callApi('POST', '/api/accounts/email-confirmations', answer, body);
      if (account.outcome === 'pending') {
        setPending(true);
        return;
      }
      await enter(account.email, password);
      // The log-in page redirects a person who is logged in to their portal.
      // eslint-disable-next-line @next/next/no-location-assign-relative-destination -- a whole load on purpose
      globalThis.location.assign('/login');
    });
  }

  if (pending) {
    return (
      <AccountCard title={t('accounts.confirmEmailForm.confirmed')}>
        <Text role="status">{t('accounts.confirmEmailForm.pending')}</Text>
      </AccountCard>
    );
  }
  return (
    <AccountCard
      title={t('accounts.confirmEmailForm.title')}
      lead={t('accounts.confirmEmailForm.lead')}
    >
      {failure !== null && (
        <ErrorNotice title={t('accounts.confirmEmailForm.notConfirmed')}>{failure}</ErrorNotice>
      )}
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <Stack>
          <PasswordInput
            label={t('common.password')}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={busy} fullWidth>
            {t('accounts.confirmEmailForm.confirmAndLogIn')}
          </Button>
        </Stack>
      </form>
    </AccountCard>
  );
}
