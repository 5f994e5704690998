import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { StateBadge } from '@/components/feedback/state-badge';
import { Card } from '@/components/plain/card';
import { Group } from '@/components/plain/group';
import { Text } from '@/components/plain/text';
import { Title } from '@/components/plain/title';
import { TextLink } from '@/components/text-link';
import { ZonedTime } from '@/components/zoned-time';
import { formatPartialDate } from '@/platform/time/partial-date';
import type { DoctorReportGroup } from '@/reports/lists/list-doctor-reports';
import { doctorReportsHref, type DoctorReportsQuery } from '@/reports/lists/doctor-reports-query';
import type { DoctorReportLine } from '@/reports/lists/read-doctor-lines';
import { titleOrNull } from '@/reports/templates/templates';
import { reportTitle } from '@/reports/ui/report-title';
import classes from './doctor-report-group.module.css';

interface DoctorReportGroupCardProps {
  group: DoctorReportGroup;
  /** What the page shows. */
  query: DoctorReportsQuery;
}

/** One patient with their newest reports. */
export function DoctorReportGroupCard({ group, query }: DoctorReportGroupCardProps) {
  const t = useTranslations();
  const { patient, reports, reportCount } = group;
  const name = patient?.name ?? t('reports.doctorReportGroup.noPatient');
  const ended = reports.filter(({ isEnded }) => isEnded);
  return (
    <Card component="section" aria-label={name} padding={0}>
      <Group justify="space-between" gap="xs" className={classes['head']}>
        <div>
          <Title order={2} size="h3">
            {name}
          </Title>
          {patient?.birthDate != null && (
            <Text size="sm" c="dimmed">
              {t('reports.doctorReportGroup.patientMarks', {
                day: formatPartialDate(patient.birthDate, t),
                number: patient.number ?? '',
              })}
            </Text>
          )}
        </div>
        <Text size="sm" c="dimmed">
          {t('reports.doctorReportGroup.reportCount', { count: reportCount })}
        </Text>
      </Group>
      <Lines reports={reports.filter(({ isEnded }) => !isEnded)} />
      {ended.length > 0 && (
        <>
          <Title order={3} size="sm" className={classes['past'] ?? ''}>
            {t('reports.doctorReportGroup.endedTitle')}
          </Title>
          <Lines reports={ended} />
        </>
      )}
      {query.patient === null && reportCount > reports.length && (
        <div className={classes['more']}>
          <TextLink
            href={doctorReportsHref(patient?.accountId ?? null, query.state)}
            size="sm"
            alone
          >
            {patient === null
              ? t('reports.doctorReportGroup.showAllWithoutPatient', { reportCount })
              : t('reports.doctorReportGroup.showAll', { reportCount, name })}
          </TextLink>
        </div>
      )}
    </Card>
  );
}

function Lines({ reports }: { reports: DoctorReportLine[] }) {
  if (reports.length === 0) return null;
  return (
    <ul className={classes['lines']}>
      {reports.map((report) => (
        <ReportLine key={report.id} report={report} />
      ))}
    </ul>
  );
}

function ReportLine({ report }: { report: DoctorReportLine }) {
  const t = useTranslations();
  const at = report.forwardedAt ?? report.createdAt;
  return (
    <li>
      <Link href={`/doctor/reports/${report.id}`} prefetch={false} className={classes['line']}>
        <span className={classes['what']}>
          <Text component="span" fw={600}>
            {reportTitle(
              { title: report.anchoredName ?? titleOrNull(report.template, t), code: report.code },
              t,
            )}
          </Text>
          <Text component="span" size="sm" c="dimmed">
            {t.rich(
              report.forwardedAt === null
                ? 'reports.doctorReportGroup.startedAt'
                : 'reports.doctorReportGroup.sentAt',
              {
                code: report.code,
                mark: (chunks) => <span className={classes['code']}>{chunks}</span>,
                time: () => <ZonedTime at={at.toISOString()} />,
              },
            )}
          </Text>
        </span>
        <StateBadge state={report.state} />
      </Link>
    </li>
  );
}
