'use client';

import { useTranslations } from 'next-intl';
import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { z } from 'zod';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
import { callApi } from '@/platform/http/call-api';

/** Logs a person out everywhere. */
export function EndSessionsButton({ accountId }: { accountId: string }) {
  const t = useTranslations();
  const [asking, setAsking] = useState(false);

  async function end() {
    await callApi('DELETE', `/api/admin/people/${accountId}/sessions`, z.undefined());
    notifications.show({ color: 'green', message: t('accounts.endSessionsButton.done') });
  }

  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('accounts.endSessionsButton.end')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('accounts.endSessionsButton.question')}
        verb={t('accounts.endSessionsButton.end')}
        destructive
        onConfirm={end}
      >
        <Text>{t('accounts.endSessionsButton.consequence')}</Text>
      </ConfirmDialog>
    </>
  );
}
