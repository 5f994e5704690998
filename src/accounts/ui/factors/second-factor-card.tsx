'use client';

import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { AccountCard } from '@/accounts/ui/doctors/account-card';
import type { OwnFactors } from '@/accounts/factors/own-factors';
import type { OpenReset } from '@/accounts/factor-resets/read-open-reset';
import { callApi } from '@/platform/http/call-api';
import { LostFactors } from '../factor-resets/lost-factors';
import { LogOutButton } from '../log-out-button';
import { FactorProofForm } from './factor-proof-form';

interface SecondFactorCardProps {
  factors: OwnFactors;
  /** The reset of lost factors that is under way, if there is one. */
  openReset: OpenReset | null;
  isAdmin: boolean;
  demo: boolean;
}

/** The second half of a log-in. */
export function SecondFactorCard({ factors, openReset, isAdmin, demo }: SecondFactorCardProps) {
  const t = useTranslations();
  return (
    <AccountCard
      title={t('accounts.secondFactorCard.title')}
      lead={t('accounts.secondFactorCard.lead')}
    >
      <FactorProofForm
        factors={factors}
        demo={demo}
        onProof={async (proof) => {
          await callApi('POST', '/api/accounts/second-factor', z.undefined(), proof);
          // This page sends people who are logged in to where they wanted to go.
          globalThis.location.reload();
        }}
      />
      <LostFactors open={openReset} isAdmin={isAdmin} />
      <LogOutButton />
    </AccountCard>
  );
}
