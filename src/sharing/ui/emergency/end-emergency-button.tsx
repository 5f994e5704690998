'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
import { Text } from '@/components/plain/text';
import { callApi } from '@/platform/http/call-api';

interface EndEmergencyButtonProps {
  accessId: string;
  /** Whether it is open, waits for administrators, or waits and is the doctor's own. */
  how: 'end' | 'decline' | 'withdraw';
}

/** Ends an emergency access, or declines one that waits. */
export function EndEmergencyButton({ accessId, how }: EndEmergencyButtonProps) {
  const t = useTranslations();
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button variant="outline" color="red" onClick={() => setAsked(true)}>
        {t(`sharing.endEmergency.${how}.verb`)}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={t(`sharing.endEmergency.${how}.title`)}
        verb={t(`sharing.endEmergency.${how}.confirm`)}
        destructive
        onConfirm={async () => {
          await callApi('POST', `/api/emergency-accesses/${accessId}/end`, z.undefined());
          router.refresh();
        }}
      >
        <Text>{t(`sharing.endEmergency.${how}.text`)}</Text>
      </ConfirmDialog>
    </>
  );
}
