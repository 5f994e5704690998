'use client';

import { useTranslations } from 'next-intl';
import { Button, NativeSelect, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { callApi } from '@/platform/http/call-api';
import { EndReasonDialog } from './end-reason-dialog';

interface RetractButtonProps {
  reportId: string;
  /** The reports that may replace it, ready to be read in a list. */
  replacements: { value: string; label: string }[];
}

/** Declares an anchored report wrong, for good, optionally naming the one to read instead. */
export function RetractButton({ reportId, replacements }: RetractButtonProps) {
  const t = useTranslations();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [replacementId, setReplacementId] = useState('');
  return (
    <>
      <Button
        fullWidth
        variant="default"
        onClick={() => setAsking(true)}
        leftSection={<IconAlertTriangle size={18} aria-hidden="true" />}
      >
        {t('reports.retractButton.retract')}
      </Button>
      <EndReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('reports.retractButton.retractThisReport')}
        verb="Retract for good"
        onConfirm={async (reason) => {
          const body = { reason, replacementId: replacementId === '' ? null : replacementId };
          await callApi('POST', `/api/reports/${reportId}/retract`, z.undefined(), body);
          router.refresh();
        }}
      >
        <Text>{t('reports.retractButton.theClinicsKeyWritesOnThe')}</Text>
        {replacements.length > 0 && (
          <NativeSelect
            label={t('reports.retractButton.reportToReadInstead')}
            description={t('reports.retractButton.anotherReportOfTheSamePatient')}
            data={[{ value: '', label: 'None' }, ...replacements]}
            value={replacementId}
            onChange={(event) => setReplacementId(event.currentTarget.value)}
          />
        )}
      </EndReasonDialog>
    </>
  );
}
