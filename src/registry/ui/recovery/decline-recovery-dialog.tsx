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
    const message = t('registry.declineRecoveryDialog.declined', { name });
    notifications.show({ color: 'green', message });
    router.refresh();
  }

  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('registry.declineRecoveryDialog.declineTheRequestOfName', { name })}
      verb={t('registry.declineRecoveryDialog.decline')}
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
