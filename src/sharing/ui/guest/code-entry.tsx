'use client';

import { useTranslations } from 'next-intl';
import { Button, Paper, Stack, Text } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import { z } from 'zod';
import { CODE_DIGITS, readCodeDigits } from '@/accounts/passwords/typed-code';
import { CodeInput } from '@/components/inputs/code-input';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { ApiProblem, callApi, problemMessage } from '@/platform/http/call-api';
import { guestSessionSchema } from '@/sharing/guest/guest-session-schema';
import { guestRefusalOf, type GuestEnd } from './guest-end';
import type { OpenSession } from './guest-storage';
import { ResendCode } from './resend-code';
import { StageHeading } from './stage-heading';

interface CodeEntryProps {
  token: string;
  onOpened: (session: OpenSession) => void;
  onEnd: (end: GuestEnd) => void;
}

/** Verifies the guest's mailbox: requests a code by mail, then redeems it. */
export function CodeEntry({ token, onOpened, onEnd }: CodeEntryProps) {
  const t = useTranslations();
  const [typing, setTyping] = useState(false);
  const [requestedAt, setRequestedAt] = useState<number | null>(null);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function run(work: () => Promise<void>) {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      const end = guestRefusalOf(error);
      if (end === null) setFailure(problemMessage(error, t));
      else onEnd(end);
    } finally {
      setBusy(false);
    }
  }

  const requestCode = () =>
    run(async () => {
      await callApi('POST', '/api/guest/codes', z.undefined(), { token }).catch(
        (error: unknown) => {
          // A code was requested already, before the page was reloaded.
          if (isProblem(error, 'too-many-requests')) setTyping(true);
          throw error;
        },
      );
      setTyping(true);
      setRequestedAt(Date.now());
      setCode('');
    });

  const redeem = (event: SubmitEvent) => {
    event.preventDefault();
    void run(async () => {
      const body = { token, code };
      const path = '/api/guest/sessions';
      const { sessionId, secondsLeft } = await callApi('POST', path, guestSessionSchema, body);
      onOpened({ sessionId, until: new Date(Date.now() + secondsLeft * 1_000).toISOString() });
    });
  };

  return (
    <Stack maw={480} mx="auto" gap="lg" py="md">
      <Stack gap="xs">
        <StageHeading>{t('sharing.codeEntry.title')}</StageHeading>
        <Text c="dimmed">{t('sharing.codeEntry.intro')}</Text>
      </Stack>
      <Paper p="lg">
        {!typing ? (
          <Stack gap="md">
            <Text>{t('sharing.codeEntry.codeForm')}</Text>
            <Button
              size="md"
              loading={busy}
              leftSection={<IconMailForward size={20} aria-hidden="true" />}
              onClick={() => void requestCode()}
            >
              {t('sharing.codeEntry.send')}
            </Button>
            <Button variant="subtle" onClick={() => setTyping(true)}>
              {t('sharing.codeEntry.hasCode')}
            </Button>
          </Stack>
        ) : (
          <form onSubmit={redeem}>
            <Stack gap="md">
              <CodeInput
                description={
                  requestedAt === null
                    ? t('sharing.codeEntry.newestMail')
                    : t('sharing.codeEntry.sent')
                }
                size="lg"
                ref={takeFocus}
                styles={{ input: { letterSpacing: '0.25em', fontVariantNumeric: 'tabular-nums' } }}
                error={failure !== null && <span role="alert">{failure}</span>}
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
              />
              <Button type="submit" size="md" loading={busy} disabled={!isWhole(code)}>
                {t('sharing.codeEntry.open')}
              </Button>
              <ResendCode
                key={requestedAt}
                requestedAt={requestedAt}
                busy={busy}
                onRequest={() => void requestCode()}
              />
            </Stack>
          </form>
        )}
        {failure !== null && !typing && (
          <Stack mt="md">
            <ErrorNotice>{failure}</ErrorNotice>
          </Stack>
        )}
      </Paper>
    </Stack>
  );
}

function isProblem(error: unknown, code: string): boolean {
  return error instanceof ApiProblem && error.code === code;
}

function takeFocus(input: HTMLInputElement | null): void {
  input?.focus();
}

function isWhole(code: string): boolean {
  return readCodeDigits(code).length === CODE_DIGITS;
}
