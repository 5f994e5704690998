'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { LinkButton } from '@/components/link-button';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { Group } from '@/components/plain/group';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { callApi, NO_ANSWER } from '@/platform/http/call-api';
import { useSubmission } from '../use-submission';

/** Asks a person who may do without a second factor to set one up, until they do or say no. */
export function FactorHint({ href }: { href: string }) {
  const t = useTranslations();
  const router = useRouter();
  const { busy, failure, submit } = useSubmission();

  async function dismiss() {
    const done = await submit(() => callApi('DELETE', '/api/accounts/factor-hint', NO_ANSWER));
    if (done) router.refresh();
  }

  return (
    <Alert
      role="region"
      icon={<IconShieldLock aria-hidden="true" />}
      title={t('accounts.factorHint.title')}
    >
      <Stack gap="sm">
        <Text size="sm">{t('accounts.factorHint.text')}</Text>
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <Group gap="sm">
          <LinkButton href={href} variant="light" size="xs">
            {t('accounts.factorDueBanner.setUp')}
          </LinkButton>
          <Button variant="subtle" size="xs" loading={busy} onClick={() => void dismiss()}>
            {t('accounts.factorHint.dismiss')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
