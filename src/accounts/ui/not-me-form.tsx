'use client';

import { useTranslations } from 'next-intl';
import { Button, List, Text } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { callApi } from '@/platform/http/call-api';
import { AccountCard } from '@/accounts/ui/doctors/account-card';
import { useSubmission } from './use-submission';
import { WithLinkSecret } from './with-link-secret';

/** Freezes the account by the link of a security mail, once the reader has seen what that does. */
export function NotMeForm() {
  const t = useTranslations();
  return (
    <WithLinkSecret page="not-me" title={t('accounts.notMeForm.title')}>
      {(token) => <FreezeForm token={token} />}
    </WithLinkSecret>
  );
}

function FreezeForm({ token }: { token: string }) {
  const t = useTranslations();
  const { busy, failure, submit } = useSubmission();
  const [frozen, setFrozen] = useState(false);

  async function freeze() {
    const done = await submit(() =>
      callApi('POST', '/api/accounts/freezes', z.undefined(), { token }),
    );
    if (done) setFrozen(true);
  }

  if (frozen) {
    return (
      <AccountCard title={t('accounts.notMeForm.frozenTitle')}>
        <Text role="status">{t('accounts.notMeForm.frozen')}</Text>
        <Text>{t('accounts.notMeForm.olderMails')}</Text>
      </AccountCard>
    );
  }
  return (
    <AccountCard title={t('accounts.notMeForm.title')} lead={t('accounts.notMeForm.lead')}>
      <List size="sm">
        <List.Item>{t('accounts.notMeForm.sessionsEnd')}</List.Item>
        <List.Item>{t('accounts.notMeForm.guestsWait')}</List.Item>
        <List.Item>{t('accounts.notMeForm.untilLogIn')}</List.Item>
      </List>
      {failure !== null && (
        <ErrorNotice title={t('accounts.notMeForm.notFrozen')}>{failure}</ErrorNotice>
      )}
      <Button color="red" loading={busy} onClick={() => void freeze()} fullWidth>
        {t('accounts.notMeForm.freeze')}
      </Button>
    </AccountCard>
  );
}
