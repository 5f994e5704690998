import { useTranslations } from 'next-intl';
import { IconChevronRight } from '@tabler/icons-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { StateBadge } from '@/components/feedback/state-badge';
import { Card } from '@/components/plain/card';
import { Group } from '@/components/plain/group';
import { Text } from '@/components/plain/text';
import { Title } from '@/components/plain/title';
import { ZonedTime } from '@/components/zoned-time';
import type { PatientReportLine } from '@/reports/lists/list-patient-reports';
import { reportTitle } from '@/reports/ui/report-title';
import classes from './patient-reports-card.module.css';

interface PatientReportsCardProps {
  title: string;
  /** How many there are in all, when the list shows only some. */
  count?: number;
  /** What the patient does with these. */
  hint: ReactNode;
  reports: PatientReportLine[];
  /** Highlights the list, because the patient must do something. */
  urgent?: boolean;
  /** Shown before each line, e.g. a checkbox. */
  lead?: (report: PatientReportLine) => ReactNode;
  /** Shown below the lines. */
  footer?: ReactNode;
}

/** Some of a patient's reports under one heading. */
export function PatientReportsCard(props: PatientReportsCardProps) {
  const t = useTranslations();
  const { title, count, hint, reports, urgent = false, lead, footer } = props;
  const id = title.toLowerCase().replaceAll(' ', '-');
  return (
    <Card
      component="section"
      aria-labelledby={id}
      padding={0}
      {...(urgent ? { 'data-urgent': true } : {})}
      className={classes['card'] ?? ''}
    >
      <Group justify="space-between" gap="xs" wrap="nowrap" className={classes['head']}>
        <div>
          <Title order={2} size="h3" id={id}>
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        </div>
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {t('reports.patientReportsCard.reportCount', { count: count ?? reports.length })}
        </Text>
      </Group>
      <ul className={classes['lines']}>
        {reports.map((report) => (
          <li key={report.id} className={classes['row']}>
            {lead !== undefined && <span className={classes['lead']}>{lead(report)}</span>}
            <ReportLine report={report} />
          </li>
        ))}
      </ul>
      {footer !== undefined && <div className={classes['footer']}>{footer}</div>}
    </Card>
  );
}

function ReportLine({ report }: { report: PatientReportLine }) {
  const t = useTranslations();
  const time = <ZonedTime at={report.at.toISOString()} />;
  return (
    <Link href={`/patient/reports/${report.id}`} prefetch={false} className={classes['line']}>
      <span className={classes['what']}>
        <Text component="span" fw={600}>
          {reportTitle(report, t)}
        </Text>
        <Text component="span" size="sm" c="dimmed">
          {report.doctorName === null
            ? time
            : t.rich('reports.patientReportsCard.doctorAndTime', {
                doctor: report.doctorName,
                time: () => time,
              })}
        </Text>
      </span>
      <span className={classes['state']}>
        <StateBadge state={report.state} forPatient />
        <IconChevronRight size={18} aria-hidden="true" />
      </span>
    </Link>
  );
}
