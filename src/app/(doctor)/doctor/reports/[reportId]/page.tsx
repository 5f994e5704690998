import { Group, Text } from '@mantine/core';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/page-title';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { orNotFound } from '@/app/or-not-found';
import { NewState } from '@/components/feedback/new-state';
import { PageHeader } from '@/components/frame/page-header';
import { PrintButton } from '@/components/print-button';
import { StateBadge } from '@/components/feedback/state-badge';
import { Seen } from '@/notifications/ui/seen';
import { readDraftForm } from '@/reports/drafts/read-draft-form';
import { readDoctorReport } from '@/reports/lists/read-doctor-report';
import { titleOrNull } from '@/reports/templates/templates';
import { reportTitle } from '@/reports/ui/report-title';
import { DoctorReportView } from '@/reports/ui/doctor-report-view';
import { DraftEditor } from '@/reports/ui/drafts/draft-editor';

export const generateMetadata = pageTitle('app.report.title');

interface ReportPageProps {
  params: Promise<{ reportId: string }>;
}

export default async function ReportPage({ params }: ReportPageProps) {
  const t = await getTranslations();
  const actor = await requirePageActor('DOCTOR');
  const { reportId } = await params;
  const report = await orNotFound(readDoctorReport(actor, reportId));
  return (
    <>
      <Seen by={actor} about={report.id} />
      <NewState of={report.state} />
      <PageHeader
        title={reportTitle({ title: titleOrNull(report.template, t), code: report.code }, t)}
        lead={
          <Group component="span" gap="sm">
            <StateBadge state={report.end?.state ?? report.state} />
            <Text component="span" ff="monospace">
              {report.code}
            </Text>
          </Group>
        }
        actions={
          report.state === 'DRAFT' ? undefined : (
            <div data-print="hide">
              <PrintButton />
            </div>
          )
        }
      />
      {report.state === 'DRAFT' && report.template !== null ? (
        <DraftEditor
          // Another draft is another editor, with its own saving.
          key={report.id}
          reportId={report.id}
          typed={readDraftForm(report.template, report.form)}
          patient={report.picked}
          doctorName={actor.displayName}
          updatedAt={report.updatedAt.toISOString()}
          amends={report.amends}
        />
      ) : (
        <DoctorReportView actor={actor} report={report} />
      )}
    </>
  );
}
