'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { LateModal } from '@/components/feedback/late-modal';
import { TextLink } from '@/components/text-link';
import { callApi, onProofNeeded } from '@/platform/http/call-api';
import { useSubmission } from './use-submission';

/** Above every other dialog, one of which may have made the call that needs the password. */
const Z_INDEX = 300;

/** Asks for the password whenever a call of this page needs a fresh proof, and lets the call go on. */
export function ProofDialog() {
  const t = useTranslations();
  const [opened, setOpened] = useState(false);
  const [password, setPassword] = useState('');
  const { busy, failure, submit } = useSubmission();
  const waiting = useRef<((given: boolean) => void)[]>([]);

  useEffect(
    () =>
      onProofNeeded(() => {
        setOpened(true);
        // Several calls at once wait for one answer.
        return new Promise((resolve) => waiting.current.push(resolve));
      }),
    [],
  );

  function end(given: boolean) {
    setOpened(false);
    setPassword('');
    for (const resolve of waiting.current.splice(0)) resolve(given);
  }

  async function send(event: SubmitEvent) {
    event.preventDefault();
    const given = await submit(() =>
      callApi('POST', '/api/accounts/proofs', z.undefined(), { password }),
    );
    if (given) end(true);
  }

  return (
    <LateModal
      opened={opened}
      onClose={() => end(false)}
      title={t('accounts.proofDialog.title')}
      zIndex={Z_INDEX}
    >
      <form method="post" onSubmit={(event) => void send(event)}>
        <Stack>
          <Text>{t('accounts.proofDialog.explanation')}</Text>
          <PasswordInput
            label={t('accounts.proofDialog.password')}
            autoComplete="current-password"
            required
            data-autofocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
          <Text size="sm">
            <TextLink href="/forgot-password" alone>
              {t('accounts.proofDialog.forgottenYourPassword')}
            </TextLink>
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => end(false)} disabled={busy}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('accounts.proofDialog.goOn')}
            </Button>
          </Group>
        </Stack>
      </form>
    </LateModal>
  );
}
