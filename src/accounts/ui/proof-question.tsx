'use client';

import { useTranslations } from 'next-intl';
import { Button, Loader, PasswordInput } from '@mantine/core';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import type { OwnFactors } from '@/accounts/factors/own-factors';
import type { SentProof } from '@/accounts/factors/factor-proof';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { Group } from '@/components/plain/group';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { TextLink } from '@/components/text-link';
import { FactorProofForm } from './factors/factor-proof-form';
import { useSubmission } from './use-submission';

interface ProofQuestionProps {
  /** What the account can prove; null while that is not known. */
  factors: OwnFactors | null;
  /** Why it cannot be known. */
  failure: string | null;
  demo: boolean;
  /** Sends what was proved. It throws an ApiProblem when the proof is refused. */
  onProof: (proof: SentProof) => Promise<void>;
  onCancel: () => void;
}

/** Asks who the person is, inside a dialog. */
export function ProofQuestion({ factors, failure, demo, onProof, onCancel }: ProofQuestionProps) {
  const t = useTranslations();
  const asked = useRef<HTMLDivElement>(null);

  // The dialog opens before it knows what to ask for.
  useEffect(() => {
    if (factors !== null) asked.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [factors]);

  return (
    <Stack>
      <Text>{t('accounts.proofDialog.explanation')}</Text>
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      {factors === null && failure === null && <Loader aria-label={t('common.loading')} />}
      {factors !== null && (
        <div ref={asked}>
          {hasFactor(factors) ? (
            <FactorProofForm factors={factors} demo={demo} onProof={onProof} />
          ) : (
            <PasswordProofForm onProof={onProof} />
          )}
        </div>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

function hasFactor({ passkeys, totp }: OwnFactors): boolean {
  return totp || passkeys > 0;
}

function PasswordProofForm({ onProof }: Pick<ProofQuestionProps, 'onProof'>) {
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
