import { useTranslations } from 'next-intl';
import { Stack, Text, Title } from '@mantine/core';
import type { PatientSnapshot } from '@/accounts/people/snapshots';
import { BLOOD_GROUP_WORDS, GENDER_WORDS } from '@/accounts/people/person-words';
import { Fact, FactList } from '@/components/fact-list';
import { formatDay } from '@/reports/documents/format-time';

interface PatientFactsProps {
  patient: PatientSnapshot | null;
  /** When nothing is staged any more: the name that the chain's sealed metadata holds. */
  anchoredOwner: string | null;
}

/** Whom the report is about. */
export function PatientFacts({ patient, anchoredOwner }: PatientFactsProps) {
  const t = useTranslations();
  return (
    <Stack component="section" gap="xs" aria-labelledby="patient">
      <Title order={2} size="h3" id="patient">
        {t('reports.patientFacts.patient')}
      </Title>
      {patient === null ? (
        <>
          <Text>{anchoredOwner ?? t('reports.patientFacts.unknown')}</Text>
          {anchoredOwner !== null && (
            <Text size="sm" c="dimmed">
              {t('reports.patientFacts.everythingElseIsInThePDF')}
            </Text>
          )}
        </>
      ) : (
        <FactList>
          <Fact name="Name">{patient.name}</Fact>
          <Fact name="Born">{formatDay(patient.birthDate)}</Fact>
          <Fact name="Gender">{GENDER_WORDS[patient.gender]}</Fact>
          <Fact name={t('reports.patientFacts.bloodGroup')}>
            {BLOOD_GROUP_WORDS[patient.bloodGroup]}
          </Fact>
          <Fact name="E-mail">{patient.email}</Fact>
        </FactList>
      )}
    </Stack>
  );
}
