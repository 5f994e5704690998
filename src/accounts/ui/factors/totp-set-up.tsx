'use client';

import { useTranslations } from 'next-intl';
import { Button, List, Stack, Text, TextInput } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import { z } from 'zod';
import { Copyable } from '@/components/copyable';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { QrCode } from '@/components/qr-code';
import { totpEnrolment, type TotpEnrolment } from '@/accounts/factors/totp/totp-enrolment';
import { callApi } from '@/platform/http/call-api';
import { useSubmission } from '../use-submission';

/** Sets an authenticator app up: the QR code, then the first code. @param onDone called when the code was right */
export function TotpSetUp({ onDone }: { onDone: () => void }) {
  const t = useTranslations();
  const [enrolment, setEnrolment] = useState<TotpEnrolment | null>(null);
  const { busy, failure, submit } = useSubmission();

  async function begin() {
    await submit(async () =>
      setEnrolment(await callApi('POST', '/api/accounts/totp', totpEnrolment)),
    );
  }

  if (enrolment !== null) return <FirstCode enrolment={enrolment} onDone={onDone} />;
  return (
    <Stack align="flex-start">
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconDeviceMobile size={20} aria-hidden="true" />}
        onClick={() => void begin()}
      >
        {t('accounts.totp.begin')}
      </Button>
    </Stack>
  );
}

function FirstCode({ enrolment, onDone }: { enrolment: TotpEnrolment; onDone: () => void }) {
  const t = useTranslations();
  const [code, setCode] = useState('');
  const { busy, failure, submit } = useSubmission();

  async function confirm(event: SubmitEvent) {
    event.preventDefault();
    const done = await submit(() => callApi('PUT', '/api/accounts/totp', z.undefined(), { code }));
    if (done) onDone();
  }

  return (
    <form method="post" onSubmit={(event) => void confirm(event)}>
      <Stack align="flex-start">
        <List type="ordered">
          <List.Item>{t('accounts.totp.install')}</List.Item>
          <List.Item>{t('accounts.totp.scan')}</List.Item>
          <List.Item>{t('accounts.totp.type')}</List.Item>
        </List>
        <QrCode text={enrolment.uri} label={t('accounts.totp.qrLabel')} size={220} />
        <div>
          <Text size="sm" c="dimmed">
            {t('accounts.totp.secretHint')}
          </Text>
          <Copyable name={t('accounts.totp.secret')} text={enrolment.secret} />
        </div>
        <TextInput
          label={t('accounts.totp.firstCode')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={40}
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <Button type="submit" loading={busy}>
          {t('accounts.totp.confirm')}
        </Button>
      </Stack>
    </form>
  );
}
