'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
import { callApi } from '@/platform/http/call-api';
import { TotpSetUp } from '../factors/totp-set-up';

/** The account's authenticator app: set it up, or remove it. */
export function TotpSection({ isSetUp }: { isSetUp: boolean }) {
  const t = useTranslations();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  if (!isSetUp) {
    return (
      <Stack>
        <Text>{t('accounts.totp.explanation')}</Text>
        <TotpSetUp onDone={() => router.refresh()} />
      </Stack>
    );
  }
  return (
    <Stack align="flex-start">
      <Text>{t('accounts.totp.isSetUp')}</Text>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('accounts.totp.remove')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('accounts.totp.remove')}
        verb={t('accounts.totp.remove')}
        destructive
        onConfirm={async () => {
          await callApi('DELETE', '/api/accounts/totp', z.undefined());
          router.refresh();
        }}
      >
        <Text>{t('accounts.totp.removeWarning')}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
