'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import type { OpenReset } from '@/accounts/factor-resets/read-open-reset';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { ZonedTime } from '@/components/zoned-time';
import { callApi } from '@/platform/http/call-api';
import { useSubmission } from '../use-submission';

interface LostFactorsProps {
  /** The reset that is under way, if there is one. */
  open: OpenReset | null;
  /** Administrators cannot ask for themselves. */
  isAdmin: boolean;
}

/** The way out for a person who has lost the device and the backup codes, and how far it is. */
export function LostFactors({ open, isAdmin }: LostFactorsProps) {
  const t = useTranslations();
  const [shown, setShown] = useState(false);
  if (open !== null) return <ResetProgress open={open} />;
  if (!shown) {
    return (
      <Button variant="subtle" onClick={() => setShown(true)}>
        {t('accounts.lostFactors.lost')}
      </Button>
    );
  }
  return isAdmin ? <Text size="sm">{t('accounts.factorReset.askAnother')}</Text> : <ResetRequest />;
}

function ResetRequest() {
  const t = useTranslations();
  const router = useRouter();
  const { busy, failure, submit } = useSubmission();

  async function ask() {
    const path = '/api/accounts/factor-resets';
    if (await submit(() => callApi('POST', path, z.undefined(), {}))) router.refresh();
  }

  return (
    <Stack gap="sm">
      <Text size="sm">{t('accounts.lostFactors.lead')}</Text>
      <List size="sm">
        <List.Item>{t('accounts.lostFactors.twoAdministrators')}</List.Item>
        <List.Item>{t('accounts.lostFactors.oneDay')}</List.Item>
        <List.Item>{t('accounts.lostFactors.mails')}</List.Item>
        <List.Item>{t('accounts.lostFactors.then')}</List.Item>
      </List>
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      <Button variant="default" loading={busy} onClick={() => void ask()}>
        {t('accounts.lostFactors.ask')}
      </Button>
    </Stack>
  );
}

function ResetProgress({ open }: { open: OpenReset }) {
  const t = useTranslations();
  const { requestedAt, confirmations, effectiveAt } = open;
  return (
    <Alert title={t('accounts.lostFactors.underWay')} role="status">
      <Text size="sm">
        {effectiveAt === null
          ? t.rich('accounts.lostFactors.waiting', {
              confirmations,
              at: () => <ZonedTime at={requestedAt} />,
            })
          : t.rich('accounts.lostFactors.confirmed', { at: () => <ZonedTime at={effectiveAt} /> })}
      </Text>
    </Alert>
  );
}
