import { Grid, GridCol, Stack } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { requirePageActor } from '@/accounts/require-page-actor';
import { BackLink } from '@/components/back-link';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PdfViewer } from '@/components/pdf-viewer';
import { StateBadge } from '@/components/state-badge';
import { isAppError } from '@/platform/errors';
import { readChainProfile } from '@/registry/read-chain-profile';
import { readPatientReport, type PatientReport } from '@/reports/read-patient-report';
import { EndedNotice, PatientReportFacts } from '@/reports/ui/patient-report-facts';
import { ProofCard } from '@/reports/ui/proof-card';
import { ReviewPanel } from '@/reports/ui/review-panel';
import { ValidityNotice } from '@/reports/ui/validity-notice';
import { ChainSection } from './chain-section';

export const metadata: Metadata = { title: 'Report' };

interface ReportPageProps {
  params: Promise<{ reportId: string }>;
}

export default async function PatientReportPage({ params }: ReportPageProps) {
  const actor = await requirePageActor('PATIENT');
  const { reportId } = await params;
  if (!z.uuid().safeParse(reportId).success) notFound();
  const report = await readPatientReport(actor, reportId).catch((error: unknown) => {
    if (isAppError(error, 'not-found')) notFound();
    throw error;
  });
  return (
    <>
      <BackLink href="/patient">My reports</BackLink>
      <PageHeader
        title={report.title}
        lead={report.doctor === null ? undefined : `From ${report.doctor.name}`}
        actions={<StateBadge state={report.state} forPatient />}
      />
      <Grid gap="lg">
        <GridCol span={{ base: 12, md: 8 }}>
          <Stack gap="lg">
            {report.validity !== null && <ValidityNotice validity={report.validity} />}
            <EndedNotice report={report} />
            {hasChainPart(report) && <ChainSection actor={actor} report={report} />}
            {report.state !== 'WITHDRAWN' && (
              <PdfViewer
                url={`/api/reports/${report.id}/document`}
                title={`${report.title}, report ${report.code}`}
                fileName={`MedAnchor-${report.code}.pdf`}
              />
            )}
          </Stack>
        </GridCol>
        <GridCol span={{ base: 12, md: 4 }}>
          <Stack gap="lg">
            {report.state === 'FORWARDED' && <ReviewPanel reportId={report.id} />}
            <PatientReportFacts report={report} />
            {report.proof !== null && (
              <ProofCard reportId={report.id} proof={report.proof} chain={readChainProfile()} />
            )}
            <LinkButton
              href={`/patient/reports/${report.id}/access`}
              variant="default"
              leftSection={<IconEye size={18} aria-hidden="true" />}
            >
              Who opened this report?
            </LinkButton>
          </Stack>
        </GridCol>
      </Grid>
    </>
  );
}

/** It can be added to the blockchain, or is there. */
function hasChainPart({ state, proof }: PatientReport): boolean {
  return state === 'APPROVED' || state === 'ANCHORING' || proof !== null;
}
