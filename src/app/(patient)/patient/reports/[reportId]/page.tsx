import { getTranslations } from 'next-intl/server';
import { Grid, GridCol, Group, Stack } from '@mantine/core';
import { IconArrowBackUp, IconEye } from '@tabler/icons-react';
import { pageTitle } from '@/app/page-title';
import { Suspense } from 'react';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { orNotFound } from '@/app/or-not-found';
import { BackLink } from '@/components/frame/back-link';
import { LinkButton } from '@/components/link-button';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { NewState } from '@/components/feedback/new-state';
import { OriginalPdf } from '@/components/pdf/original-pdf';
import { PageHeader } from '@/components/frame/page-header';
import { PrintButton } from '@/components/print-button';
import { StateBadge } from '@/components/feedback/state-badge';
import { WaitingBox } from '@/components/feedback/waiting-box';
import { ZonedTime } from '@/components/zoned-time';
import { Seen } from '@/notifications/ui/seen';
import { isOwnObjectDamaged } from '@/records/integrity/read-object-check';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { readPatientReport, type PatientReport } from '@/reports/lists/read-patient-report';
import { ReportReading } from '@/reports/ui/content/report-reading';
import { AcknowledgeEndButton } from '@/reports/ui/retraction/acknowledge-end-button';
import { EndedNotice } from '@/reports/ui/ended-notice';
import { PatientReportFacts } from '@/reports/ui/patient-report-facts';
import { PrintFoot } from '@/reports/ui/print-foot';
import { ProofCard } from '@/reports/ui/proof-card';
import { reportTitle } from '@/reports/ui/report-title';
import { SealStatus } from '@/reports/ui/seal-status';
import { ReviewPanel } from '@/reports/ui/review-panel';
import { ValidityNotice } from '@/reports/ui/retraction/validity-notice';
import { verifyUrlOf } from '@/reports/verify/verify-url';
import { canWithdraw } from '@/sharing/withdrawal/can-withdraw';
import { ChainSection } from './chain-section';

export const generateMetadata = pageTitle('app.report.title');

interface ReportPageProps {
  params: Promise<{ reportId: string }>;
}

export default async function PatientReportPage({ params }: ReportPageProps) {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const { reportId } = await params;
  const report = await orNotFound(readPatientReport(actor, reportId, t));
  const isDamaged = await isOwnObjectDamaged(actor, report.id);
  const title = reportTitle(report, t);
  const readable = report.state !== 'WITHDRAWN' && report.validity?.outcome !== 'unknown';
  return (
    <>
      <Seen by={actor} about={report.id} />
      <NewState of={report.state === 'ANCHORING' ? 'APPROVED' : report.state} />
      <BackLink href="/patient">{t('common.myReports')}</BackLink>
      <PageHeader
        title={title}
        lead={<WhoAndWhen report={report} />}
        actions={
          <Group gap="sm" data-print="hide">
            <StateBadge state={report.end?.state ?? report.state} forPatient />
            {readable && <PrintButton />}
          </Group>
        }
      />
      <Grid gap="xl">
        <GridCol span={{ base: 12, md: 8 }}>
          <Stack gap="lg">
            {report.validity !== null && (
              <ValidityNotice
                validity={report.validity}
                reader="patient"
                doctorName={report.doctor?.name ?? null}
                reason={report.end?.reason ?? null}
                replacedBy={report.replacedBy}
              />
            )}
            {isDamaged && <ErrorNotice>{t('app.patientReport.damaged')}</ErrorNotice>}
            <EndedNotice report={report} />
            {report.end?.seen === false && <AcknowledgeEndButton reportId={report.id} />}
            {readable && (
              <Suspense
                fallback={<WaitingBox height={320}>{t('app.patientReport.opening')}</WaitingBox>}
              >
                <ReportReading
                  actor={actor}
                  reportId={report.id}
                  seal={(opened) => (
                    <SealStatus
                      proof={report.proof}
                      validity={report.validity}
                      issuedBy={
                        opened?.doctor ?? report.doctor?.name ?? t('app.patientReport.yourDoctor')
                      }
                      compared={opened !== null}
                    />
                  )}
                />
              </Suspense>
            )}
            {readable && <PrintFoot code={report.code} verifyUrl={verifyUrlOf(report.code)} />}
            {report.state === 'FORWARDED' && <ReviewPanel reportId={report.id} />}
            {hasChainPart(report) && (
              <div data-print="hide">
                <ChainSection actor={actor} report={report} />
              </div>
            )}
            {readable && (
              <OriginalPdf
                source={`/api/reports/${report.id}/document`}
                title={t('app.patientReport.pdfTitle', {
                  title,
                  code: report.code,
                })}
                fileName={`MedAnchor-${report.code}.pdf`}
              />
            )}
          </Stack>
        </GridCol>
        <GridCol span={{ base: 12, md: 4 }} data-print="hide">
          <Stack gap="lg">
            <PatientReportFacts report={report} />
            {report.proof !== null && (
              <ProofCard reportId={report.id} proof={report.proof} chain={readChainProfile()} />
            )}
            <LinkButton
              href={`/patient/reports/${report.id}/access`}
              variant="default"
              leftSection={<IconEye size={18} aria-hidden="true" />}
            >
              {t('app.patientReport.whoOpened')}
            </LinkButton>
            {(await canWithdraw(actor, report)) && (
              <LinkButton
                href={`/patient/reports/${report.id}/withdraw`}
                variant="outline"
                color="red"
                leftSection={<IconArrowBackUp size={18} aria-hidden="true" />}
              >
                {t('app.patientReport.withdraw')}
              </LinkButton>
            )}
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

function WhoAndWhen({ report: { doctor, forwardedAt } }: { report: PatientReport }) {
  return (
    <>
      {forwardedAt !== null && <ZonedTime at={forwardedAt.toISOString()} />}
      {forwardedAt !== null && doctor !== null && ' · '}
      {doctor !== null && doctor.name}
      {doctor?.clinic != null && `, ${doctor.clinic}`}
    </>
  );
}
