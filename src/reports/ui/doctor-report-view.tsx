import { useTranslations } from 'next-intl';
import { Alert, Card, Stack, Text } from '@mantine/core';
import { IconInfoCircle, IconMessageX } from '@tabler/icons-react';
import { Suspense, type ReactNode } from 'react';
import type { Actor } from '@/accounts/sessions/actor';
import { OriginalPdf } from '@/components/pdf/original-pdf';
import { TextLink } from '@/components/text-link';
import { ZonedTime } from '@/components/zoned-time';
import { WaitingBox } from '@/components/feedback/waiting-box';
import type { Translate } from '@/messages/translator';
import type { DoctorReport, LinkedReport } from '@/reports/lists/read-doctor-report';
import { canMove } from '@/reports/states/states';
import { templateTitle, titleOrNull } from '../templates/templates';
import { reportTitle } from './report-title';
import { verifyUrlOf } from '@/reports/verify/verify-url';
import { ReportReading } from './content/report-reading';
import classes from './doctor-report-view.module.css';
import { PatientFacts } from './patient-facts';
import { PrintFoot } from './print-foot';
import { AmendButton, WithdrawButton } from './report-actions';
import { ReportHistory } from './report-history';
import { SealStatus } from './seal-status';
import { RetractButton } from '@/reports/ui/retraction/retract-button';
import { ValidityNotice } from '@/reports/ui/retraction/validity-notice';

interface DoctorReportViewProps {
  actor: Actor;
  report: DoctorReport;
}

/** A sent report for the doctor who wrote it: its content, its history, and the actions that are left. */
export function DoctorReportView({ actor, report }: DoctorReportViewProps) {
  const t = useTranslations();
  const title = reportTitle({ title: titleOrNull(report.template, t), code: report.code }, t);
  const actions = actionsFor(report, t);
  if (report.state === 'ERASED') return <ErasedReport report={report} />;
  return (
    <div className={classes['layout']}>
      <Stack gap="lg" className={classes['next']}>
        <Notices report={report} />
        {actions !== null && <div data-print="hide">{actions}</div>}
      </Stack>
      <Stack gap="lg" className={classes['report']}>
        <Suspense
          fallback={<WaitingBox height={320}>{t('reports.doctorReportView.opening')}</WaitingBox>}
        >
          <ReportReading
            actor={actor}
            reportId={report.id}
            seal={(opened) => (
              <SealStatus
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
          source={`/api/reports/${report.id}/document`}
          title={t('reports.doctorReportView.pdfTitle', { title, code: report.code })}
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

/** What is left of a report whose patient was erased. */
function ErasedReport({ report }: { report: DoctorReport }) {
  const t = useTranslations();
  return (
    <Stack gap="lg" maw={720}>
      <Alert
        color="gray"
        icon={<IconInfoCircle aria-hidden="true" />}
        title={t('reports.doctorReportView.erasedTitle')}
      >
        {t('reports.doctorReportView.erased')}
      </Alert>
      <Card>
        <ReportHistory history={report.history} />
      </Card>
    </Stack>
  );
}

function Notices({ report }: { report: DoctorReport }) {
  const t = useTranslations();
  return (
    <>
      {report.keptUntil !== null && (
        <Alert
          color="gray"
          icon={<IconInfoCircle aria-hidden="true" />}
          title={t('reports.doctorReportView.keptTitle')}
        >
          {t.rich('reports.doctorReportView.kept', {
            time: () => <ZonedTime at={report.keptUntil?.toISOString() ?? ''} dateOnly />,
          })}
        </Alert>
      )}
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
          title={t('reports.doctorReportView.withdrawnByYou')}
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
          title={t('reports.doctorReportView.rejectionReason')}
        >
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {report.rejectionReason}
          </Text>
        </Alert>
      )}
      <LinkedReportLine relation="amends" report={report.amends} />
      <LinkedReportLine relation="amendedBy" report={report.amendedBy} />
      {report.replaces.map((one) => (
        <LinkedReportLine key={one.id} relation="replaces" report={one} />
      ))}
    </>
  );
}

interface LinkedReportLineProps {
  relation: 'amends' | 'amendedBy' | 'replaces';
  report: LinkedReport | null;
}

/** A link to a report that this one amends or replaces, or that amends this one. */
function LinkedReportLine({ relation, report }: LinkedReportLineProps) {
  const t = useTranslations();
  if (report === null) return null;
  return (
    <Text size="sm">
      {t.rich(`reports.doctorReportView.${relation}`, {
        code: report.code,
        link: (chunks) => <TextLink href={`/doctor/reports/${report.id}`}>{chunks}</TextLink>,
      })}
    </Text>
  );
}

/** The actions that the state of the report allows. */
function actionsFor(report: DoctorReport, t: Translate): ReactNode {
  // Its patient is gone: it is kept as it is.
  if (report.keptUntil !== null) return null;
  if (report.state === 'REJECTED' && report.amendedBy === null) {
    return <AmendButton reportId={report.id} />;
  }
  if (canMove(report.state, 'withdraw')) return <WithdrawButton reportId={report.id} />;
  if (report.mayRetract) {
    const replacements = report.replacements.map(({ id, code, template }) => ({
      value: id,
      label: t('reports.retractButton.candidate', {
        title: templateTitle(template, t),
        code,
      }),
    }));
    return <RetractButton reportId={report.id} replacements={replacements} />;
  }
  return null;
}
