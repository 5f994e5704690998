'use client';

import { useTranslations } from 'next-intl';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { AccountCard } from '@/accounts/ui/doctors/account-card';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { LinkButton } from '@/components/link-button';
import { callApi } from '@/platform/http/call-api';
import { useSubmission } from '../use-submission';
import { WithLinkSecret } from '../with-link-secret';

/** Cancels the reset of an account’s second factors by the link of a mail, at the press of a button. */
export function CancelResetForm() {
  const t = useTranslations();
  return (
    <WithLinkSecret page="cancel-factor-reset" title={t('accounts.cancelReset.title')}>
      {(token) => <Cancellation token={token} />}
    </WithLinkSecret>
  );
}

function Cancellation({ token }: { token: string }) {
  const t = useTranslations();
  const { busy, failure, submit } = useSubmission();
  const [done, setDone] = useState(false);

  async function cancel() {
    const path = '/api/accounts/factor-resets/cancellations';
    if (await submit(() => callApi('POST', path, z.undefined(), { token }))) setDone(true);
  }

  if (done) {
    return (
      <AccountCard title={t('accounts.cancelReset.doneTitle')}>
        <Text role="status">{t('accounts.cancelReset.done')}</Text>
        <LinkButton href="/forgot-password">{t('accounts.cancelReset.newPassword')}</LinkButton>
      </AccountCard>
    );
  }
  return (
    <AccountCard title={t('accounts.cancelReset.title')} lead={t('accounts.cancelReset.lead')}>
      {failure !== null && (
        <ErrorNotice title={t('accounts.cancelReset.notCancelled')}>{failure}</ErrorNotice>
      )}
      <Button loading={busy} onClick={() => void cancel()} fullWidth>
        {t('accounts.cancelReset.cancel')}
      </Button>
    </AccountCard>
  );
}
