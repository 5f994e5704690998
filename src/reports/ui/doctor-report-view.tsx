import { useTranslations } from 'next-intl';
import { Alert, Card, Stack, Text } from '@mantine/core';
import { IconInfoCircle, IconMessageX } from '@tabler/icons-react';
import { Suspense, type ReactNode } from 'react';
import type { Actor } from '@/accounts/sessions/actor';
import { OriginalPdf } from '@/components/pdf/original-pdf';
import { TextLink } from '@/components/text-link';
import { WaitingBox } from '@/components/feedback/waiting-box';
import type { DoctorReport, LinkedReport } from '@/reports/lists/read-doctor-report';
import { canMove } from '@/reports/states/states';
import { TEMPLATES } from '../templates/templates';
import { verifyUrlOf } from '@/reports/verify/verify-url';
import { ReportReading } from './content/report-reading';
import classes from './doctor-report-view.module.css';
import { PatientFacts } from './patient-facts';
import { PrintFoot } from './print-foot';
import { AmendButton, WithdrawButton } from './report-actions';
import { ReportHistory } from './report-history';
import { ReportSeal } from './report-seal';
import { RetractButton } from '@/reports/ui/retraction/retract-button';
import { ValidityNotice } from '@/reports/ui/retraction/validity-notice';

interface DoctorReportViewProps {
  actor: Actor;
  report: DoctorReport;
}

/** A report after it was sent: what it says, what became of it, and what its writer can still do. */
export function DoctorReportView({ actor, report }: DoctorReportViewProps) {
  const t = useTranslations();
  const { title } = TEMPLATES[report.template];
  const actions = actionsFor(report);
  return (
    <div className={classes['layout']}>
      <Stack gap="lg" className={classes['next']}>
        <Notices report={report} />
        {actions !== null && <div data-print="hide">{actions}</div>}
      </Stack>
      <Stack gap="lg" className={classes['report']}>
        <Suspense
          fallback={
            <WaitingBox height={320}>{t('reports.doctorReportView.openingTheReport')}</WaitingBox>
          }
        >
          <ReportReading
            actor={actor}
            reportId={report.id}
            seal={(opened) => (
              <ReportSeal
                proof={report.proof}
                validity={report.validity}
                issuedBy={report.doctor}
                compared={opened !== null}
              />
            )}
          />
        </Suspense>
        <PrintFoot code={report.code} verifyUrl={verifyUrlOf(report.code)} />
        <OriginalPdf
          url={`/api/reports/${report.id}/document`}
          title={t('reports.doctorReportView.titleReportCode', { title, code: report.code })}
          fileName={`MedAnchor-${report.code}.pdf`}
        />
      </Stack>
      <Stack gap="lg" className={classes['about']} data-print="hide">
        <Card>
          <PatientFacts patient={report.patient} anchoredOwner={report.anchoredOwner} />
        </Card>
        <Card>
          <ReportHistory history={report.history} />
        </Card>
      </Stack>
    </div>
  );
}

function Notices({ report }: { report: DoctorReport }) {
  const t = useTranslations();
  return (
    <>
      {report.validity !== null && (
        <ValidityNotice
          validity={report.validity}
          reader="doctor"
          doctorName={null}
          reason={report.end?.reason ?? null}
          replacedBy={report.replacedBy}
        />
      )}
      {report.state === 'WITHDRAWN' && report.end?.reason != null && (
        <Alert
          color="gray"
          icon={<IconInfoCircle aria-hidden="true" />}
          title={t('reports.doctorReportView.youTookItBack')}
        >
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {t('common.reasonReason', { reason: report.end.reason })}
          </Text>
        </Alert>
      )}
      {report.rejectionReason !== null && (
        <Alert
          color="red"
          icon={<IconMessageX aria-hidden="true" />}
          title={t('reports.doctorReportView.thePatientsReason')}
        >
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {report.rejectionReason}
          </Text>
        </Alert>
      )}
      <Link word="Amends" report={report.amends} />
      <Link word="Amended by" report={report.amendedBy} />
      {report.replaces.map((one) => (
        <Link key={one.id} word="Replaces" report={one} />
      ))}
    </>
  );
}

/** Another report that this one hangs together with. */
function Link({ word, report }: { word: string; report: LinkedReport | null }) {
  if (report === null) return null;
  return (
    <Text size="sm">
      {word} <TextLink href={`/doctor/reports/${report.id}`}>{report.code}</TextLink>
    </Text>
  );
}

/** Only what the table of moves allows in this state. */
function actionsFor(report: DoctorReport): ReactNode {
  if (report.state === 'REJECTED' && report.amendedBy === null) {
    return <AmendButton reportId={report.id} />;
  }
  if (canMove(report.state, 'withdraw')) return <WithdrawButton reportId={report.id} />;
  if (report.mayRetract) {
    const replacements = report.replacements.map(({ id, code, template }) => ({
      value: id,
      label: `${TEMPLATES[template].title}, ${code}`,
    }));
    return <RetractButton reportId={report.id} replacements={replacements} />;
  }
  return null;
}
