'use client';

import { useTranslations } from 'next-intl';
import { Button, NativeSelect, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi, NO_ANSWER } from '@/platform/http/call-api';
import { EndReasonDialog } from './end-reason-dialog';

interface RetractButtonProps {
  reportId: string;
  /** The options of the list of reports that may replace it. */
  replacements: { value: string; label: string }[];
}

/** Retracts an anchored report, optionally with a report that replaces it. Cannot be undone. */
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
        {t('reports.retractButton.action')}
      </Button>
      <EndReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('reports.retractButton.title')}
        verb={t('reports.retractButton.confirm')}
        onConfirm={async (reason) => {
          const body = { reason, replacementId: replacementId === '' ? null : replacementId };
          await callApi('POST', `/api/reports/${reportId}/retract`, NO_ANSWER, body);
          router.refresh();
        }}
      >
        <Text>{t('reports.retractButton.consequence')}</Text>
        {replacements.length > 0 && (
          <NativeSelect
            label={t('reports.retractButton.replacement')}
            description={t('reports.retractButton.replacementHint')}
            data={[{ value: '', label: t('reports.retractButton.noReplacement') }, ...replacements]}
            value={replacementId}
            onChange={(event) => setReplacementId(event.currentTarget.value)}
          />
        )}
      </EndReasonDialog>
    </>
  );
}
