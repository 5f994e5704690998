'use client';

import { useTranslations } from 'next-intl';
import { Text } from '@mantine/core';
import { z } from 'zod';
import { AccountCard } from '@/accounts/ui/doctors/account-card';
import type { OwnFactors } from '@/accounts/factors/own-factors';
import { callApi } from '@/platform/http/call-api';
import { LogOutButton } from '../log-out-button';
import { FactorProofForm } from './factor-proof-form';

/** The second half of a log-in. */
export function SecondFactorCard({ factors }: { factors: OwnFactors }) {
  const t = useTranslations();
  return (
    <AccountCard
      title={t('accounts.secondFactorCard.title')}
      lead={t('accounts.secondFactorCard.lead')}
    >
      <FactorProofForm
        factors={factors}
        onProof={async (proof) => {
          await callApi('POST', '/api/accounts/second-factor', z.undefined(), proof);
          // This page sends people who are logged in to where they wanted to go.
          globalThis.location.reload();
        }}
      />
      <Text size="sm" c="dimmed">
        {t('accounts.secondFactorCard.lost')}
      </Text>
      <LogOutButton />
    </AccountCard>
  );
}
