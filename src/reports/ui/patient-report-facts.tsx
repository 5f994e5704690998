import { useTranslations } from 'next-intl';
import { Alert, Card, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconMessageX } from '@tabler/icons-react';
import { Fact, FactList } from '@/components/fact-list';
import { TextLink } from '@/components/text-link';
import { ZonedTime } from '@/components/zoned-time';
import type { LinkedPatientReport, PatientReport } from '@/reports/lists/read-patient-report';

/** Who wrote a report and when what happened to it. */
export function PatientReportFacts({ report }: { report: PatientReport }) {
  const t = useTranslations();
  const { doctor, forwardedAt, decidedAt, state } = report;
  return (
    <Card component="section" aria-labelledby="about">
      <Stack gap="xs">
        <Title order={2} size="h3" id="about">
          {t('reports.patientReportFacts.aboutThisReport')}
        </Title>
        <FactList>
          <Fact name="Code">{report.code}</Fact>
          {doctor !== null && (
            <Fact name="Doctor">
              {doctor.name}
              {doctor.clinic !== null && `, ${doctor.clinic}`}
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
          <Linked name="Corrects" report={report.amends} />
          <Linked name={t('reports.patientReportFacts.correctedBy')} report={report.amendedBy} />
          {report.replaces.map((one) => (
            <Linked key={one.id} name="Replaces" report={one} />
          ))}
          <Linked name={t('reports.patientReportFacts.replacedBy')} report={report.replacedBy} />
        </FactList>
      </Stack>
    </Card>
  );
}

/** Another report that this one hangs together with. */
function Linked({ name, report }: { name: string; report: LinkedPatientReport | null }) {
  if (report === null) return null;
  return (
    <Fact name={name}>
      <TextLink href={`/patient/reports/${report.id}`}>{report.code}</TextLink>
    </Fact>
  );
}

/** Why nothing can be done with a report any more. */
export function EndedNotice({ report }: { report: PatientReport }) {
  const t = useTranslations();
  if (report.state === 'WITHDRAWN') {
    return (
      <Alert
        color="gray"
        icon={<IconArrowBackUp aria-hidden="true" />}
        title={t('reports.patientReportFacts.withdrawn')}
      >
        {report.doctor?.name ?? 'Your doctor'} took this report back. It cannot be opened any more.
        {report.end?.reason != null && (
          <Text mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {t('common.reasonReason', { reason: report.end.reason })}
          </Text>
        )}
      </Alert>
    );
  }
  if (report.state !== 'REJECTED') return null;
  return (
    <Alert
      color="red"
      icon={<IconMessageX aria-hidden="true" />}
      title={t('reports.patientReportFacts.youRejectedThisReport')}
    >
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {report.rejectionReason}
      </Text>
    </Alert>
  );
}
