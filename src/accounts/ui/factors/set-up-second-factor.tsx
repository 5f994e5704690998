'use client';

import { useTranslations } from 'next-intl';
import { Divider } from '@mantine/core';
import { AccountCard } from '@/accounts/ui/doctors/account-card';
import { LogOutButton } from '../log-out-button';
import { ProofDialog } from '../proof-dialog';
import { PasskeySetUp } from './passkey-set-up';
import { TotpSetUp } from './totp-set-up';

/** Where somebody who must have a second factor sets the first one up. */
export function SetUpSecondFactor() {
  const t = useTranslations();
  // This page sends people who are logged in to where they wanted to go.
  const reload = () => globalThis.location.reload();
  return (
    <AccountCard
      title={t('accounts.setUpSecondFactor.title')}
      lead={t('accounts.setUpSecondFactor.lead')}
    >
      <PasskeySetUp onDone={reload} />
      <Divider label={t('accounts.factorProofForm.or')} />
      <TotpSetUp onDone={reload} />
      <LogOutButton />
      <ProofDialog demo={false} />
    </AccountCard>
  );
}
