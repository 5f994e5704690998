import { useTranslations } from 'next-intl';
import { bothSpellings } from '@/accounts/people/both-spellings';
import type { PatientSnapshot } from '@/accounts/people/snapshots';
import { Fact, FactList } from '@/components/fact-list';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { Title } from '@/components/plain/title';
import { formatPartialDate } from '@/platform/time/partial-date';

interface PatientFactsProps {
  patient: PatientSnapshot | null;
  /** The name in the sealed metadata on the chain, for reports without staged data. */
  anchoredOwner: string | null;
}

/** The patient of a report. */
export function PatientFacts({ patient, anchoredOwner }: PatientFactsProps) {
  const t = useTranslations();
  return (
    <Stack component="section" gap="xs" aria-labelledby="patient">
      <Title order={2} size="h3" id="patient">
        {t('reports.patientFacts.title')}
      </Title>
      {patient === null ? (
        <>
          <Text>{anchoredOwner ?? t('reports.patientFacts.unknown')}</Text>
          {anchoredOwner !== null && (
            <Text size="sm" c="dimmed">
              {t('reports.patientFacts.onlyInPdf')}
            </Text>
          )}
        </>
      ) : (
        <FactList>
          <Fact name={t('reports.patientFacts.name')}>
            {bothSpellings(patient.name, patient.printedName)}
          </Fact>
          <Fact name={t('reports.patientFacts.born')}>
            {formatPartialDate(patient.birthDate, t)}
          </Fact>
          <Fact name={t('reports.patientFacts.gender')}>
            {t(`accounts.genders.${patient.gender}`)}
          </Fact>
          <Fact name={t('reports.patientFacts.bloodGroup')}>
            {t(`accounts.bloodGroups.${patient.bloodGroup}`)}
          </Fact>
          <Fact name={t('reports.patientFacts.email')}>{patient.email}</Fact>
        </FactList>
      )}
    </Stack>
  );
}
