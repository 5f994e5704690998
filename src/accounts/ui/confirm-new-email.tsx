'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { LinkButton } from '@/components/link-button';
import { Text } from '@/components/plain/text';
import { callApi } from '@/platform/http/call-api';
import { AccountCard } from '@/accounts/ui/doctors/account-card';
import { useSubmission } from './use-submission';
import { WithLinkSecret } from './with-link-secret';

const answer = z.object({ outcome: z.enum(['changed', 'other-mailbox']) });

/** Confirms a change of the e-mail address by the link of one of the two mails, at the press of a button. */
export function ConfirmNewEmail() {
  const t = useTranslations();
  return (
    <WithLinkSecret page="confirm-new-email" title={t('accounts.emailChange.title')}>
      {(token) => <Confirmation token={token} />}
    </WithLinkSecret>
  );
}

function Confirmation({ token }: { token: string }) {
  const t = useTranslations();
  const { busy, failure, submit } = useSubmission();
  const [outcome, setOutcome] = useState<z.infer<typeof answer>['outcome'] | null>(null);

  async function confirm() {
    await submit(async () => {
      const path = '/api/accounts/email-changes/confirmations';
      setOutcome((await callApi('POST', path, answer, { token })).outcome);
    });
  }

  if (outcome !== null) {
    return (
      <AccountCard title={t(`accounts.emailChange.outcomes.${outcome}.title`)}>
        <Text role="status">{t(`accounts.emailChange.outcomes.${outcome}.text`)}</Text>
        {outcome === 'changed' && <LinkButton href="/login">{t('common.logIn')}</LinkButton>}
      </AccountCard>
    );
  }
  return (
    <AccountCard title={t('accounts.emailChange.title')} lead={t('accounts.emailChange.lead')}>
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      <Button loading={busy} onClick={() => void confirm()} fullWidth>
        {t('accounts.emailChange.confirm')}
      </Button>
    </AccountCard>
  );
}
