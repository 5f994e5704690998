'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { callApi } from '@/platform/http/call-api';
import { useSubmission } from '@/accounts/ui/use-submission';

/** Sends the mail that confirms an address once more. */
export function ResendConfirmation({ email }: { email: string }) {
  const t = useTranslations();
  const { busy, failure, submit } = useSubmission();
  const [sent, setSent] = useState(false);

  async function send() {
    setSent(false);
    const path = '/api/accounts/confirmation-mails';
    setSent(await submit(() => callApi('POST', path, z.undefined(), { email })));
  }

  return (
    <Stack gap="xs">
      <Button variant="default" loading={busy} onClick={() => void send()}>
        {t('accounts.resendConfirmation.send')}
      </Button>
      <div role="status">
        {sent && <Text size="sm">{t('accounts.resendConfirmation.sent')}</Text>}
      </div>
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
    </Stack>
  );
}
