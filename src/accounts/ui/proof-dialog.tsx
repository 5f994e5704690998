'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, Loader, PasswordInput, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { z } from 'zod';
import { ownFactors, type OwnFactors } from '@/accounts/factors/own-factors';
import type { SentProof } from '@/accounts/factors/factor-proof';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { LateModal } from '@/components/feedback/late-modal';
import { TextLink } from '@/components/text-link';
import { callApi, onProofNeeded, problemMessage } from '@/platform/http/call-api';
import { FactorProofForm } from './factors/factor-proof-form';
import { useSubmission } from './use-submission';

/** Above every other dialog, one of which may have made the call that needs the proof. */
const Z_INDEX = 300;

/**
 * Asks who the person is whenever a call of this page needs a fresh proof, and lets the call go on: by a second
 * factor where the account has one, else by the password.
 */
export function ProofDialog({ demo }: { demo: boolean }) {
  const t = useTranslations();
  const [opened, setOpened] = useState(false);
  const [factors, setFactors] = useState<OwnFactors | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const asked = useRef<HTMLDivElement>(null);
  const waiting = useRef<((given: boolean) => void)[]>([]);

  useEffect(
    () =>
      onProofNeeded(() => {
        setOpened(true);
        setFactors(null);
        setFailure(null);
        callApi('GET', '/api/accounts/factors', ownFactors).then(setFactors, (error: unknown) =>
          setFailure(problemMessage(error, t)),
        );
        // Several calls at once wait for one answer.
        return new Promise((resolve) => waiting.current.push(resolve));
      }),
    [t],
  );

  // The dialog opens before it knows what to ask for.
  useEffect(() => {
    if (factors !== null) asked.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [factors]);

  function end(given: boolean) {
    setOpened(false);
    for (const resolve of waiting.current.splice(0)) resolve(given);
  }

  async function prove(proof: SentProof) {
    await callApi('POST', '/api/accounts/proofs', z.undefined(), proof);
    end(true);
  }

  return (
    <LateModal
      opened={opened}
      onClose={() => end(false)}
      title={t('accounts.proofDialog.title')}
      zIndex={Z_INDEX}
    >
      <Stack>
        <Text>{t('accounts.proofDialog.explanation')}</Text>
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        {factors === null && failure === null && <Loader aria-label={t('common.loading')} />}
        {factors !== null && (
          <div ref={asked}>
            {hasFactor(factors) ? (
              <FactorProofForm factors={factors} demo={demo} onProof={prove} />
            ) : (
              <PasswordProofForm onProof={prove} />
            )}
          </div>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => end(false)}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </LateModal>
  );
}

function hasFactor({ passkeys, totp }: OwnFactors): boolean {
  return totp || passkeys > 0;
}

function PasswordProofForm({ onProof }: { onProof: (proof: SentProof) => Promise<void> }) {
  const t = useTranslations();
  const [password, setPassword] = useState('');
  const { busy, failure, submit } = useSubmission();

  function send(event: SubmitEvent) {
    event.preventDefault();
    void submit(() => onProof({ by: 'password', password }));
  }

  return (
    <form method="post" onSubmit={send}>
      <Stack>
        <PasswordInput
          label={t('accounts.proofDialog.password')}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <Text size="sm">
          {/* In another tab: what was typed on this page stays. */}
          <TextLink href="/forgot-password" target="_blank" alone>
            {t('accounts.proofDialog.forgottenYourPassword')}
          </TextLink>
        </Text>
        <Button type="submit" loading={busy}>
          {t('accounts.proofDialog.goOn')}
        </Button>
      </Stack>
    </form>
  );
}
