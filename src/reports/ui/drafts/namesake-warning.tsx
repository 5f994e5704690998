import { useTranslations } from 'next-intl';
import { Alert, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { PickedPatient } from '@/accounts/people/patient-marks';
import { readableEmail } from '@/accounts/registration/readable-email';

/** Says that the picked patient is easily taken for another one, and what to compare. */
export function NamesakeWarning({ patient }: { patient: PickedPatient }) {
  const t = useTranslations();
  if (!patient.hasNamesake) return null;
  return (
    <Alert
      color="yellow"
      icon={<IconUsers aria-hidden="true" />}
      title={t('reports.namesakeWarning.anotherPatientHasThisNameAnd')}
    >
      <Text size="sm">
        Ask the person in front of you for the patient number or the e-mail address. This is No.{' '}
        <strong>{patient.number}</strong>, <strong>{readableEmail(patient.email)}</strong>.
      </Text>
    </Alert>
  );
}
