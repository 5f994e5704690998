'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconMailForward } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import { z } from 'zod';
import { CodeInput } from '@/components/inputs/code-input';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { ApiProblem, callApi, problemMessage } from '@/platform/http/call-api';
import { shortAddress } from '@/registry/contract/short-address';

interface RecoveryConfirmationProps {
  /** The lost wallet, EIP-55. */
  oldAddress: string;
  /** The one that is bound to the account and takes over, EIP-55. */
  newAddress: string;
}

/** A mailed code; with it, and the password when it was not typed just now, the request goes to an administrator. */
export function RecoveryConfirmation({ oldAddress, newAddress }: RecoveryConfirmationProps) {
  const t = useTranslations();
  const router = useRouter();
  const [code, setCode] = useState('');
  const [mailed, setMailed] = useState(false);
  const [busy, setBusy] = useState<'mail' | 'send' | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});

  async function run(what: 'mail' | 'send', work: () => Promise<void>) {
    setBusy(what);
    setFailure(null);
    setFields({});
    try {
      await work();
    } catch (error) {
      setFailure(problemMessage(error, t));
      if (error instanceof ApiProblem) setFields(error.fields);
    } finally {
      setBusy(null);
    }
  }

  const mail = () =>
    run('mail', async () => {
      await callApi('POST', '/api/wallet/recovery-codes', z.undefined());
      setMailed(true);
    });

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void run('send', async () => {
      const answer = z.object({ recoveryId: z.string() });
      await callApi('POST', '/api/wallet/recoveries', answer, { oldAddress, code });
      router.push('/patient/wallet');
      router.refresh();
    });
  };

  return (
    <form onSubmit={send}>
      <Stack gap="md" align="flex-start">
        <Text>{t('registry.recoveryConfirmation.typeTheCodeThatWeMail')}</Text>
        <Group align="flex-end" gap="sm" w="100%">
          <CodeInput
            description={t('registry.recoveryConfirmation.codeHint')}
            style={{ flex: '1 1 12rem' }}
            value={code}
            error={fields['code']}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button
            variant="default"
            loading={busy === 'mail'}
            disabled={busy === 'send'}
            leftSection={<IconMailForward size={18} aria-hidden="true" />}
            onClick={() => void mail()}
          >
            {mailed
              ? t('registry.recoveryConfirmation.mailMeAnotherCode')
              : t('registry.recoveryConfirmation.mailMeACode')}
          </Button>
        </Group>
        <div role="status">
          {mailed && (
            <Alert color="green" icon={<IconCheck aria-hidden="true" />}>
              {t('registry.recoveryConfirmation.aCodeIsOnItsWay')}
            </Alert>
          )}
        </div>
        <Button type="submit" loading={busy === 'send'} disabled={busy === 'mail'}>
          {t('registry.recoveryConfirmation.send', {
            address: shortAddress(newAddress),
          })}
        </Button>
        <Text size="sm" c="dimmed">
          {t('registry.recoveryConfirmation.costsNothing')}
        </Text>
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      </Stack>
    </form>
  );
}
