'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { useSubmission } from '@/accounts/ui/use-submission';
import { callApi } from '@/platform/http/call-api';

interface UploadDecisionButtonsProps {
  id: string;
  /** Of the file, for those who hear the page. */
  name: string;
  clinicMayLook: boolean;
}

/** Approves or rejects a file, and shows it where its patient has allowed that. */
export function UploadDecisionButtons({ id, name, clinicMayLook }: UploadDecisionButtonsProps) {
  const t = useTranslations();
  const router = useRouter();
  const { busy, failure, submit } = useSubmission();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const path = `/api/admin/uploads/${id}`;

  async function decide(body: { decision: 'approve' } | { decision: 'reject'; reason: string }) {
    await callApi('POST', `${path}/decision`, z.undefined(), body);
    const message = t(`records.waitingUploads.done.${body.decision}`);
    notifications.show({ color: 'green', message });
    router.refresh();
  }

  return (
    <>
      <Group gap="xs">
        {clinicMayLook && (
          <Button
            component="a"
            size="sm"
            variant="default"
            href={`${path}/preview`}
            target="_blank"
            rel="noopener"
            aria-label={t('records.waitingUploads.lookName', { name })}
          >
            {t('records.waitingUploads.look')}
          </Button>
        )}
        <Button
          size="sm"
          loading={busy}
          aria-label={t('records.waitingUploads.approveName', { name })}
          onClick={() => void submit(() => decide({ decision: 'approve' }))}
        >
          {t('records.waitingUploads.approve')}
        </Button>
        <Button
          size="sm"
          variant="default"
          disabled={busy}
          aria-label={t('records.waitingUploads.rejectName', { name })}
          onClick={() => setAsked(true)}
        >
          {t('records.waitingUploads.reject')}
        </Button>
      </Group>
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('records.waitingUploads.rejectQuestion')}
        verb={t('records.waitingUploads.reject')}
        destructive
        onConfirm={() => decide({ decision: 'reject', reason })}
      >
        <Text>{t('records.waitingUploads.rejectConsequence')}</Text>
        <Textarea
          label={t('records.waitingUploads.reason')}
          maxLength={500}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}
