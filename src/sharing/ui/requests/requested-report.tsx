'use client';

import { useTranslations } from 'next-intl';
import { Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { PageSkeleton } from '@/components/frame/page-skeleton';
import { callApi, problemMessage } from '@/platform/http/call-api';
import { guestReportSchema, type GuestReport } from '@/sharing/guest/guest-report-schema';
import { SharedReportView } from '@/sharing/ui/guest/shared-report-view';
import { pdfOf } from '@/sharing/ui/guest/use-guest-report';

interface RequestedReportProps {
  requestId: string;
  reportId: string;
}

type Known = { key: number } & (
  { report: GuestReport; pdf: Blob; failure?: never } | { failure: string; report?: never }
);

/** A report that a patient granted to a doctor, read through the chain when the page is opened. */
export function RequestedReport({ requestId, reportId }: RequestedReportProps) {
  const t = useTranslations();
  const [attempt, setAttempt] = useState(0);
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    let wanted = true;
    const path = `/api/access-requests/${requestId}/reports/${reportId}`;
    callApi('GET', path, guestReportSchema).then(
      (report) => {
        if (wanted) setKnown({ key: attempt, report, pdf: pdfOf(report) });
      },
      (error: unknown) => {
        if (wanted) setKnown({ key: attempt, failure: problemMessage(error, t) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [requestId, reportId, attempt, t]);
  if (known?.key !== attempt) return <PageSkeleton />;
  if (known.report === undefined) {
    return (
      <>
        <Title order={1} mb="md">
          {t('sharing.requestedReport.nothingShown')}
        </Title>
        <ErrorNotice onRetry={() => setAttempt(attempt + 1)}>{known.failure}</ErrorNotice>
      </>
    );
  }
  const { report, pdf } = known;
  return (
    <SharedReportView
      report={report}
      pdf={pdf}
      savedPath={`/api/access-requests/${requestId}/reports/${reportId}/copies`}
      above={null}
      heading={<Title order={1}>{report.patientName}</Title>}
    />
  );
}
