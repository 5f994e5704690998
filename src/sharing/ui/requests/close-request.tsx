'use client';

import { useTranslations } from 'next-intl';
import { Button, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
import { callApi } from '@/platform/http/call-api';

interface CloseRequestProps {
  requestId: string;
  /** By the patient who granted it, or the doctor who asked. */
  how: 'end' | 'withdrawal';
}

/** Ends a request at once, after a question. */
export function CloseRequest({ requestId, how }: CloseRequestProps) {
  const t = useTranslations();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Button variant="outline" color="red" onClick={() => setAsking(true)}>
        {t(`sharing.closeRequest.${how}.verb`)}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t(`sharing.closeRequest.${how}.title`)}
        verb={t(`sharing.closeRequest.${how}.confirm`)}
        destructive
        onConfirm={async () => {
          await callApi('POST', `/api/access-requests/${requestId}/${how}`, z.undefined());
          router.refresh();
        }}
      >
        <Text>{t(`sharing.closeRequest.${how}.text`)}</Text>
      </ConfirmDialog>
    </div>
  );
}
