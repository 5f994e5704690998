'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { Section } from '@/components/section';
import { Text } from '@/components/plain/text';
import { callApi } from '@/platform/http/call-api';
import { useSubmission } from '../use-submission';

/** Starts the reset for another administrator, who cannot ask for it. */
export function StartResetForm() {
  const t = useTranslations();
  const router = useRouter();
  const { busy, failure, submit } = useSubmission();
  const [email, setEmail] = useState('');

  async function start(event: SubmitEvent) {
    event.preventDefault();
    const path = '/api/admin/factor-resets';
    if (!(await submit(() => callApi('POST', path, z.undefined(), { email })))) return;
    setEmail('');
    notifications.show({ color: 'green', message: t('accounts.startResetForm.started') });
    router.refresh();
  }

  return (
    <Section title={t('accounts.startResetForm.title')}>
      <Text>{t('accounts.startResetForm.lead')}</Text>
      <form method="post" onSubmit={(event) => void start(event)}>
        <Group align="flex-end">
          <TextInput
            type="email"
            label={t('accounts.startResetForm.email')}
            required
            maxLength={320}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            style={{ flex: '1 1 260px' }}
          />
          <Button type="submit" variant="default" loading={busy}>
            {t('accounts.startResetForm.start')}
          </Button>
        </Group>
      </form>
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
    </Section>
  );
}
