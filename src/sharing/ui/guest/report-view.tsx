'use client';

import { Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '@/components/error-notice';
import { PageSkeleton } from '@/components/page-skeleton';
import { PdfViewer } from '@/components/pdf-viewer';
import { ZonedTime } from '@/components/zoned-time';
import { Answers } from './answers';
import type { GuestEnd } from './guest-ends';
import type { OpenSession } from './guest-memory';
import { ProofDetails } from './proof-details';
import { StageHeading } from './stage-heading';
import { TimeLeft } from './time-left';
import { useGuestReport } from './use-guest-report';
import { useStillAllowed } from './use-still-allowed';

interface ReportViewProps {
  token: string;
  session: OpenSession;
  onEnd: (end: GuestEnd) => void;
}

/** The report with its three answers, for as long as the session and the permission last. */
export function ReportView({ token, session, onEnd }: ReportViewProps) {
  const [attempt, setAttempt] = useState(0);
  const { report, failure } = useGuestReport(session.sessionId, attempt, onEnd);
  useStillAllowed(token, onEnd);
  if (failure !== null) {
    return (
      <ErrorNotice title="The report cannot be shown now" onRetry={() => setAttempt(attempt + 1)}>
        {failure}
      </ErrorNotice>
    );
  }
  if (report === null) return <PageSkeleton />;
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end" gap="sm">
        <Stack gap={4}>
          <StageHeading>{report.reportName}</StageHeading>
          <Text c="dimmed">
            Report of {report.patientName}, by {report.doctorName},{' '}
            <ZonedTime at={report.issuedAt} />
          </Text>
          <Text size="sm" c="dimmed">
            {report.permittedUntil === null ? (
              'The patient shares it with you without an end; they can take it back at any time.'
            ) : (
              <>
                The patient shares it with you until <ZonedTime at={report.permittedUntil} />.
              </>
            )}
          </Text>
        </Stack>
        <TimeLeft until={session.until} onOver={() => onEnd('session-over')} />
      </Group>
      <Answers report={report} />
      <PdfViewer
        url={`/api/guest/document?session=${session.sessionId}`}
        title={`${report.reportName}, report ${report.code}`}
        fileName={`MedAnchor-${report.code}.pdf`}
      />
      <ProofDetails proof={report.proof} />
    </Stack>
  );
}
