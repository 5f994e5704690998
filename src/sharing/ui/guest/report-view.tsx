'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { PageSkeleton } from '@/components/frame/page-skeleton';
import type { GuestEnd } from './guest-end';
import type { OpenSession } from './guest-storage';
import { SharedReportView } from './shared-report-view';
import { StageHeading } from './stage-heading';
import { TimeLeft } from './time-left';
import { useGuestReport } from './use-guest-report';
import { usePermissionPoll } from './use-permission-poll';

interface ReportViewProps {
  token: string;
  session: OpenSession;
  onEnd: (end: GuestEnd) => void;
}

/** The report, its result first, with its three answers, for as long as session and permission last. */
export function ReportView({ token, session, onEnd }: ReportViewProps) {
  const t = useTranslations();
  const [attempt, setAttempt] = useState(0);
  const { opened, failure } = useGuestReport(session.sessionId, attempt, onEnd);
  usePermissionPoll(token, onEnd);
  if (failure !== null) {
    return (
      <ErrorNotice title={t('sharing.reportView.failed')} onRetry={() => setAttempt(attempt + 1)}>
        {failure}
      </ErrorNotice>
    );
  }
  if (opened === null) return <PageSkeleton />;
  const { report, pdf } = opened;
  return (
    <SharedReportView
      report={report}
      pdf={pdf}
      savedPath={`/api/guest/copies?session=${session.sessionId}`}
      above={<TimeLeft until={session.until} onOver={() => onEnd('guest-session-over')} />}
      heading={<StageHeading>{report.patientName}</StageHeading>}
    />
  );
}
