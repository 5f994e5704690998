'use client';

import { useTranslations } from 'next-intl';
import { Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { OriginalPdf } from '@/components/pdf/original-pdf';
import { PageSkeleton } from '@/components/frame/page-skeleton';
import { PrintButton } from '@/components/print-button';
import { ZonedTime } from '@/components/zoned-time';
import { formatPartialDate } from '@/platform/time/partial-date';
import { ReadPdfInstead } from '@/reports/ui/content/cannot-read';
import { ReportBody } from '@/reports/ui/content/report-body';
import { PrintFoot } from '@/reports/ui/print-foot';
import { SealLine } from '@/reports/ui/seal-line';
import type { GuestReport } from '@/sharing/guest/guest-report-schema';
import type { GuestEnd } from './guest-end';
import type { OpenSession } from './guest-storage';
import { ProofDetails } from './proof-details';
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
  const { content, proof, reportName, code } = report;
  const doctor = [report.doctorName, content?.doctor.clinic].filter(Boolean).join(', ');
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm" data-print="hide">
        <TimeLeft until={session.until} onOver={() => onEnd('guest-session-over')} />
        <PrintButton />
      </Group>
      <Stack gap={4}>
        <StageHeading>{report.patientName}</StageHeading>
        <Text>
          {content !== null &&
            `${t('sharing.reportView.born', { day: formatPartialDate(content.patient.birthDate, t) })} · `}
          {content?.patient.identity != null &&
            `${content.patient.identity.label} ${content.patient.identity.number} · `}
          <SharedUntil report={report} />
        </Text>
        <Text c="dimmed">
          {reportName} · {doctor}
          {content === null && (
            <>
              {' · '}
              <ZonedTime at={report.issuedAt} />
            </>
          )}
        </Text>
      </Stack>
      {content === null ? <ReadPdfInstead /> : <ReportBody content={content} />}
      <SealLine
        seal={{
          at: proof.anchoredAt,
          block: proof.block,
          chainName: proof.chainName,
          issuer: proof.issuer,
        }}
        issuedBy={doctor}
        compared
        valid
        asked={t.rich('sharing.reportView.asked', { time: () => <ZonedTime at={proof.askedAt} /> })}
      />
      <PrintFoot code={code} verifyUrl={report.verifyUrl} />
      <div data-print="hide">
        <ProofDetails proof={proof} />
      </div>
      <OriginalPdf
        source={pdf}
        title={t('sharing.reportView.documentTitle', { name: reportName, code })}
        fileName={`MedAnchor-${code}.pdf`}
      />
    </Stack>
  );
}

function SharedUntil({ report: { permittedUntil } }: { report: GuestReport }) {
  const t = useTranslations();
  if (permittedUntil === null) return t('sharing.reportView.sharedUntilRevoked');
  return t.rich('sharing.reportView.sharedUntil', {
    time: () => <ZonedTime at={permittedUntil} />,
  });
}
