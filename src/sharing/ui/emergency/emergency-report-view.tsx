'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { PageSkeleton } from '@/components/frame/page-skeleton';
import { Title } from '@/components/plain/title';
import { ZonedTime } from '@/components/zoned-time';
import { emergencyReportSchema } from '@/sharing/emergency/emergency-report-schema';
import { SharedReportView } from '@/sharing/ui/guest/shared-report-view';
import { pdfOf } from '@/sharing/ui/guest/use-guest-report';
import { NothingShown } from './nothing-shown';
import { useEmergencyAnswer } from './use-emergency-answer';

/** One report that an emergency access opens. */
export function EmergencyReportView({
  accessId,
  reportId,
}: {
  accessId: string;
  reportId: string;
}) {
  const t = useTranslations();
  const path = `/api/emergency-accesses/${accessId}/reports/${reportId}`;
  const { answer, failure, retry } = useEmergencyAnswer(path, emergencyReportSchema);
  const pdf = useMemo(() => (answer === null ? null : pdfOf(answer)), [answer]);
  if (failure !== null) return <NothingShown onRetry={retry}>{failure}</NothingShown>;
  if (answer === null || pdf === null) return <PageSkeleton />;
  const { permittedUntil } = answer;
  return (
    <SharedReportView
      report={answer}
      pdf={pdf}
      savedPath={`${path}/copies`}
      above={null}
      heading={<Title order={1}>{answer.patientName}</Title>}
      until={
        permittedUntil !== null &&
        t.rich('sharing.openedSummary.until', { time: () => <ZonedTime at={permittedUntil} /> })
      }
    />
  );
}
