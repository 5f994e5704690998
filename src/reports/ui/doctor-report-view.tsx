import { Alert, Card, Stack, Text } from '@mantine/core';
import { IconInfoCircle, IconMessageX } from '@tabler/icons-react';
import { PdfViewer } from '@/components/pdf-viewer';
import { TextLink } from '@/components/text-link';
import type { DoctorReport, LinkedReport } from '../read-doctor-report';
import { canMove } from '../states';
import { TEMPLATES } from '../templates/templates';
import classes from './doctor-report-view.module.css';
import { AmendButton, WithdrawButton } from './report-actions';
import { PatientFacts } from './patient-facts';
import { ReportHistory } from './report-history';
import { RetractButton } from './retract-button';
import { ValidityNotice } from './validity-notice';

/** A report after it was forwarded: the PDF, what became of it, and what its writer can still do. */
export function DoctorReportView({ report }: { report: DoctorReport }) {
  const { title } = TEMPLATES[report.template];
  return (
    <div className={classes['layout']}>
      <Stack gap="lg" className={classes['next']}>
        <Notices report={report} />
        <Actions report={report} />
      </Stack>
      <div className={classes['pdf']}>
        <PdfViewer
          url={`/api/reports/${report.id}/document`}
          title={`${title}, report ${report.code}`}
          fileName={`MedAnchor-${report.code}.pdf`}
        />
      </div>
      <Stack gap="lg" className={classes['about']}>
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
  return (
    <>
      {report.validity !== null && <ValidityNotice validity={report.validity} />}
      {report.retractionUnderWay && (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden="true" />} title="Being retracted">
          The retraction waits for the blockchain’s confirmation.
        </Alert>
      )}
      {report.rejectionReason !== null && (
        <Alert color="red" icon={<IconMessageX aria-hidden="true" />} title="The patient’s reason">
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {report.rejectionReason}
          </Text>
        </Alert>
      )}
      <Link word="Amends" report={report.amends} />
      <Link word="Amended by" report={report.amendedBy} />
      <Link word="Replaced by" report={report.replacedBy} />
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
function Actions({ report }: { report: DoctorReport }) {
  if (report.state === 'REJECTED' && report.amendedBy === null) {
    return <AmendButton reportId={report.id} />;
  }
  if (canMove(report.state, 'withdraw')) return <WithdrawButton reportId={report.id} />;
  if (report.state === 'ANCHORED' && !report.retractionUnderWay) {
    const replacements = report.replacements.map(({ id, code, template }) => ({
      value: id,
      label: `${TEMPLATES[template].title}, ${code}`,
    }));
    return <RetractButton reportId={report.id} replacements={replacements} />;
  }
  return null;
}
