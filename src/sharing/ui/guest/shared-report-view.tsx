import { useTranslations } from 'next-intl';
import { Group, Stack, Text } from '@mantine/core';
import { z } from 'zod';
import type { ReactNode } from 'react';
import { OriginalPdf } from '@/components/pdf/original-pdf';
import { PrintButton } from '@/components/print-button';
import { ZonedTime } from '@/components/zoned-time';
import { callApi } from '@/platform/http/call-api';
import { formatPartialDate } from '@/platform/time/partial-date';
import { ReadPdfInstead } from '@/reports/ui/content/cannot-read';
import { ReportBody } from '@/reports/ui/content/report-body';
import { PrintFoot } from '@/reports/ui/print-foot';
import { SealLine } from '@/reports/ui/seal-line';
import type { GuestReport } from '@/sharing/guest/guest-report-schema';
import { ProofDetails } from './proof-details';

/** In an emergency also one that its patient has not sealed. */
type ShownReport = Omit<GuestReport, 'proof'> & { proof: GuestReport['proof'] | null };

interface SharedReportViewProps {
  report: ShownReport;
  pdf: Blob;
  /** The route that records that its reader saved the PDF. */
  savedPath: string;
  /** What stands beside the button that prints it. */
  above: ReactNode;
  /** The page's heading: the patient's name. */
  heading: ReactNode;
  /** Until when it can be read; by default until when the patient shares it. */
  until?: ReactNode;
}

/** A report that its patient shares, its result first, with its three answers: for a guest, and for a doctor who asked. */
export function SharedReportView({
  report,
  pdf,
  savedPath,
  above,
  heading,
  until,
}: SharedReportViewProps) {
  const t = useTranslations();
  const { content, proof, reportName, code } = report;
  const doctor = [report.doctorName, content?.doctor.clinic].filter(Boolean).join(', ');
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm" data-print="hide">
        {above}
        <PrintButton />
      </Group>
      <Stack gap={4}>
        {heading}
        <Text>
          {content !== null &&
            `${t('sharing.reportView.born', { day: formatPartialDate(content.patient.birthDate, t) })} · `}
          {content?.patient.identity != null &&
            `${content.patient.identity.label} ${content.patient.identity.number} · `}
          {until ?? <SharedUntil report={report} />}
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
      {proof === null ? (
        <Text c="dimmed">{t('sharing.reportView.notSealed')}</Text>
      ) : (
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
          asked={t.rich('sharing.reportView.asked', {
            time: () => <ZonedTime at={proof.askedAt} />,
          })}
        />
      )}
      <PrintFoot code={code} verifyUrl={report.verifyUrl} />
      {proof !== null && (
        <div data-print="hide">
          <ProofDetails proof={proof} />
        </div>
      )}
      <OriginalPdf
        source={pdf}
        title={t('sharing.reportView.documentTitle', { name: reportName, code })}
        fileName={`MedAnchor-${code}.pdf`}
        // The file is here already: a record that fails keeps nobody from it.
        onSave={() => void callApi('POST', savedPath, z.undefined()).catch(() => undefined)}
      />
    </Stack>
  );
}

function SharedUntil({ report: { permittedUntil } }: { report: ShownReport }) {
  const t = useTranslations();
  if (permittedUntil === null) return t('sharing.reportView.sharedUntilRevoked');
  return t.rich('sharing.reportView.sharedUntil', {
    time: () => <ZonedTime at={permittedUntil} />,
  });
}
