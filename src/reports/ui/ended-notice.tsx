import { useTranslations } from 'next-intl';
import { Alert, Text } from '@mantine/core';
import { IconArrowBackUp, IconMessageX } from '@tabler/icons-react';
import type { PatientReport } from '@/reports/lists/read-patient-report';

/** Shows that a report was withdrawn or rejected, with the reason; nothing for other reports. */
export function EndedNotice({ report }: { report: PatientReport }) {
  const t = useTranslations();
  if (report.state === 'WITHDRAWN') {
    return (
      <Alert
        color="gray"
        icon={<IconArrowBackUp aria-hidden="true" />}
        title={t('reports.endedNotice.withdrawnTitle')}
      >
        {report.doctor === null
          ? t('reports.endedNotice.withdrawnByYourDoctor')
          : t('reports.endedNotice.withdrawn', { doctor: report.doctor.name })}
        {report.end?.reason != null && (
          <Text mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {t('common.reasonReason', { reason: report.end.reason })}
          </Text>
        )}
      </Alert>
    );
  }
  if (report.state !== 'REJECTED') return null;
  return (
    <Alert
      color="red"
      icon={<IconMessageX aria-hidden="true" />}
      title={t('reports.endedNotice.rejectedTitle')}
    >
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {report.rejectionReason}
      </Text>
    </Alert>
  );
}
