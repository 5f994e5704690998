'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { callApi } from '@/platform/http/call-api';
import { useSubmission } from '../use-submission';
import { makePasskey } from './ask-passkey';

/** Makes a passkey in this browser and keeps it under a name. @param onDone called when it is kept */
export function PasskeySetUp({ onDone }: { onDone: () => void }) {
  const t = useTranslations();
  const [name, setName] = useState('');
  const [fieldError, setFieldError] = useState<string | null>(null);
  const { busy, failure, submit } = useSubmission(({ name: error }) =>
    setFieldError(error ?? null),
  );

  async function send(event: SubmitEvent) {
    event.preventDefault();
    setFieldError(null);
    const done = await submit(async () => {
      const answer = await makePasskey();
      await callApi('POST', '/api/accounts/passkeys', z.undefined(), { answer, name });
    });
    if (!done) return;
    setName('');
    onDone();
  }

  return (
    <form method="post" onSubmit={(event) => void send(event)}>
      <Stack align="flex-start">
        <TextInput
          label={t('accounts.passkeys.name')}
          description={t('accounts.passkeys.nameHint')}
          maxLength={60}
          required
          w="100%"
          value={name}
          error={fieldError}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <Button
          type="submit"
          loading={busy}
          leftSection={<IconFingerprint size={20} aria-hidden="true" />}
        >
          {t('accounts.passkeys.add')}
        </Button>
      </Stack>
    </form>
  );
}
