'use client';

import { useTranslations } from 'next-intl';
import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
import { callApi } from '@/platform/http/call-api';

interface DeclineRecoveryProps {
  recoveryId: string;
  /** The patient's. */
  name: string;
  opened: boolean;
  onClose: () => void;
}

/** Declines a request, with a reason that the patient reads. */
export function DeclineRecovery({ recoveryId, name, opened, onClose }: DeclineRecoveryProps) {
  const t = useTranslations();
  const router = useRouter();
  const [reason, setReason] = useState('');

  async function decline() {
    await callApi('POST', `/api/admin/recoveries/${recoveryId}/decline`, z.undefined(), { reason });
    notifications.show({ color: 'green', message: `The request of ${name} is declined.` });
    router.refresh();
  }

  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('registry.declineRecoveryDialog.declineTheRequestOfName', { name })}
      verb="Decline"
      destructive
      onConfirm={decline}
    >
      <Text>{t('registry.declineRecoveryDialog.nothingIsSentToTheBlockchain')}</Text>
      <Textarea
        label={t('registry.declineRecoveryDialog.reasonForThePatient')}
        required
        autosize
        minRows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
