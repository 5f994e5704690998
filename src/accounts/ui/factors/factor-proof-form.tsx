'use client';

import { useTranslations } from 'next-intl';
import { Button, Divider, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import type { SentFactorProof } from '@/accounts/factors/factor-proof';
import type { OwnFactors } from '@/accounts/factors/own-factors';
import { callApi } from '@/platform/http/call-api';
import { useSubmission } from '../use-submission';
import { askPasskey } from './ask-passkey';

const demoCode = z.object({ code: z.string() });

interface FactorProofFormProps {
  factors: OwnFactors;
  /** Whether this is a demonstration, where one button types the code of the app. */
  demo: boolean;
  /** Sends what was proved. It throws an ApiProblem when the proof is refused. */
  onProof: (proof: SentFactorProof) => Promise<void>;
}

/** Asks for one of the second factors that the account has: a passkey, a code of the app, or a backup code. */
export function FactorProofForm({ factors, demo, onProof }: FactorProofFormProps) {
  const t = useTranslations();
  const [wantsBackup, setWantsBackup] = useState(!factors.totp && factors.passkeys === 0);
  const [code, setCode] = useState('');
  const { busy, failure, submit, forget } = useSubmission();
  const by = wantsBackup ? 'backup-code' : 'totp';

  function sendCode(event: SubmitEvent) {
    event.preventDefault();
    void submit(() => onProof({ by, code }));
  }

  async function sendPasskey() {
    await submit(async () => {
      const answer = await askPasskey('/api/accounts/second-factor/passkey-options');
      await onProof({ by: 'passkey', answer });
    });
  }

  async function sendDemoCode() {
    await submit(async () => {
      const answer = await callApi('POST', '/api/accounts/demo-code', demoCode);
      await onProof({ by: 'totp', code: answer.code });
    });
  }

  return (
    <Stack>
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      {demo && factors.totp && (
        <Button variant="light" loading={busy} onClick={() => void sendDemoCode()}>
          {t('accounts.factorProofForm.demo')}
        </Button>
      )}
      {factors.passkeys > 0 && (
        <Button
          leftSection={<IconFingerprint size={20} aria-hidden="true" />}
          loading={busy}
          onClick={() => void sendPasskey()}
        >
          {t('accounts.factorProofForm.passkey')}
        </Button>
      )}
      {factors.passkeys > 0 && (factors.totp || wantsBackup) && (
        <Divider label={t('accounts.factorProofForm.or')} />
      )}
      {(factors.totp || wantsBackup) && (
        <form method="post" onSubmit={sendCode}>
          <Stack>
            <TextInput
              key={by}
              label={t(`accounts.factorProofForm.code.${by}`)}
              description={t(`accounts.factorProofForm.codeHint.${by}`)}
              autoComplete={wantsBackup ? 'off' : 'one-time-code'}
              inputMode={wantsBackup ? 'text' : 'numeric'}
              maxLength={40}
              required
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Button
              type="submit"
              variant={factors.passkeys > 0 ? 'default' : 'filled'}
              loading={busy}
            >
              {t('accounts.factorProofForm.goOn')}
            </Button>
          </Stack>
        </form>
      )}
      {factors.backupCodes > 0 && (factors.totp || factors.passkeys > 0) && (
        <UnstyledButton
          mih={44}
          onClick={() => {
            setCode('');
            forget();
            setWantsBackup(!wantsBackup);
          }}
        >
          <Text size="sm" td="underline">
            {wantsBackup
              ? t('accounts.factorProofForm.useFactor')
              : t('accounts.factorProofForm.useBackup')}
          </Text>
        </UnstyledButton>
      )}
    </Stack>
  );
}
