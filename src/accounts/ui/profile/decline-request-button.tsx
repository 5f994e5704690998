'use client';

import { useTranslations } from 'next-intl';
import { Button, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
import { callApi } from '@/platform/http/call-api';

/** Declines a person's request, with a reason that they are mailed. */
export function DeclineRequestButton({ changeId }: { changeId: string }) {
  const t = useTranslations();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');

  async function decline() {
    const path = `/api/admin/profile-changes/${changeId}/decline`;
    await callApi('POST', path, z.undefined(), { reason });
    notifications.show({ color: 'green', message: t('accounts.declineRequestButton.declined') });
    router.refresh();
  }

  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('accounts.declineRequestButton.decline')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('accounts.declineRequestButton.title')}
        verb={t('accounts.declineRequestButton.verb')}
        destructive
        onConfirm={decline}
      >
        <Text>{t('accounts.declineRequestButton.text')}</Text>
        <Textarea
          label={t('accounts.declineRequestButton.reason')}
          required
          autosize
          minRows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}
