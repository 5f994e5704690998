'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useSubmission } from '@/accounts/ui/use-submission';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { Group } from '@/components/plain/group';
import { isEndOf } from '@/vault/recovery-kit/paper-key';
import { sendRecipient } from './send-recipient';

interface PaperConfirmationProps {
  identity: string;
  generation: number;
  onKept: () => void;
  onCancel: () => void;
}

/** The key counts once its owner has typed the end of it from the sheet: a key that was not printed is lost. */
export function PaperConfirmation(props: PaperConfirmationProps) {
  const { identity, generation, onKept, onCancel } = props;
  const t = useTranslations();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const { busy, failure, submit } = useSubmission();

  async function keep(event: SubmitEvent) {
    event.preventDefault();
    const right = isEndOf(identity, typed);
    setWrong(!right);
    if (!right) return;
    const done = await submit(() =>
      sendRecipient(identity, { way: 'paper', generation, walletAddress: null }),
    );
    if (done) onKept();
  }

  return (
    <form method="post" noValidate onSubmit={(event) => void keep(event)}>
      <Stack align="flex-start">
        <Text>{t('reports.recoveryKit.paper.confirmHint')}</Text>
        <TextInput
          label={t('reports.recoveryKit.paper.end')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          required
          value={typed}
          error={wrong ? t('reports.recoveryKit.paper.endWrong') : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <Group gap="sm">
          <Button type="submit" loading={busy}>
            {t('reports.recoveryKit.paper.keep')}
          </Button>
          <Button variant="default" disabled={busy} onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
