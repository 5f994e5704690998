'use client';

import { useTranslations } from 'next-intl';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { AccountCard } from '@/accounts/ui/doctors/account-card';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { LinkButton } from '@/components/link-button';
import { callApi } from '@/platform/http/call-api';
import { useSubmission } from './use-submission';
import { WithLinkSecret } from './with-link-secret';

/** Takes the erasure of an account back by the link of a mail, at the press of a button. */
export function KeepAccountForm() {
  const t = useTranslations();
  return (
    <WithLinkSecret page="keep-account" title={t('accounts.keepAccount.title')}>
      {(token) => <TakingBack token={token} />}
    </WithLinkSecret>
  );
}

function TakingBack({ token }: { token: string }) {
  const t = useTranslations();
  const { busy, failure, submit } = useSubmission();
  const [done, setDone] = useState(false);

  async function takeBack() {
    const path = '/api/erasures/cancellations';
    if (await submit(() => callApi('POST', path, z.undefined(), { token }))) setDone(true);
  }

  if (done) {
    return (
      <AccountCard title={t('accounts.keepAccount.doneTitle')}>
        <Text role="status">{t('accounts.keepAccount.done')}</Text>
        <LinkButton href="/forgot-password">{t('accounts.keepAccount.newPassword')}</LinkButton>
      </AccountCard>
    );
  }
  return (
    <AccountCard title={t('accounts.keepAccount.title')} lead={t('accounts.keepAccount.lead')}>
      {failure !== null && (
        <ErrorNotice title={t('accounts.keepAccount.notTakenBack')}>{failure}</ErrorNotice>
      )}
      <Button loading={busy} onClick={() => void takeBack()} fullWidth>
        {t('accounts.keepAccount.keep')}
      </Button>
    </AccountCard>
  );
}
