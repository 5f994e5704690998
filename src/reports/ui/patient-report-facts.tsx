import { useTranslations } from 'next-intl';
import { Fact, FactList } from '@/components/fact-list';
import { Card } from '@/components/plain/card';
import { Stack } from '@/components/plain/stack';
import { Title } from '@/components/plain/title';
import { TextLink } from '@/components/text-link';
import { ZonedTime } from '@/components/zoned-time';
import type { LinkedPatientReport, PatientReport } from '@/reports/lists/read-patient-report';

/** The doctor of a report, its dates and the reports linked with it. */
export function PatientReportFacts({ report }: { report: PatientReport }) {
  const t = useTranslations();
  const { doctor, forwardedAt, decidedAt, state } = report;
  return (
    <Card component="section" aria-labelledby="about">
      <Stack gap="xs">
        <Title order={2} size="h3" id="about">
          {t('reports.patientReportFacts.title')}
        </Title>
        <FactList>
          <Fact name={t('reports.patientReportFacts.code')}>{report.code}</Fact>
          {doctor !== null && (
            <Fact name={t('common.doctor')}>
              {doctor.clinic === null
                ? doctor.name
                : t('reports.patientReportFacts.doctorWithClinic', {
                    doctor: doctor.name,
                    clinic: doctor.clinic,
                  })}
              <br />
              {doctor.email}
            </Fact>
          )}
          {forwardedAt !== null && (
            <Fact name={t('reports.patientReportFacts.sentToYou')}>
              <ZonedTime at={forwardedAt.toISOString()} />
            </Fact>
          )}
          {decidedAt !== null && (
            <Fact
              name={
                state === 'REJECTED'
                  ? t('reports.patientReportFacts.rejectedByYou')
                  : t('reports.patientReportFacts.approvedByYou')
              }
            >
              <ZonedTime at={decidedAt.toISOString()} />
            </Fact>
          )}
          <Linked name={t('reports.patientReportFacts.corrects')} report={report.amends} />
          <Linked name={t('reports.patientReportFacts.correctedBy')} report={report.amendedBy} />
          {report.replaces.map((one) => (
            <Linked key={one.id} name={t('reports.patientReportFacts.replaces')} report={one} />
          ))}
          <Linked name={t('reports.patientReportFacts.replacedBy')} report={report.replacedBy} />
        </FactList>
      </Stack>
    </Card>
  );
}

/** A link to a report that amends or replaces this one, or the other way round. */
function Linked({ name, report }: { name: string; report: LinkedPatientReport | null }) {
  if (report === null) return null;
  return (
    <Fact name={name}>
      <TextLink href={`/patient/reports/${report.id}`}>{report.code}</TextLink>
    </Fact>
  );
}
