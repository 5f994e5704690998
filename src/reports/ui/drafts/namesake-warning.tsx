import { useTranslations } from 'next-intl';
import { Alert } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { PickedPatient } from '@/accounts/people/patient-marks';
import { readableEmail } from '@/accounts/email/readable-email';
import { Text } from '@/components/plain/text';

/** Warns that another patient has the same name and year of birth, and shows what to compare. */
export function NamesakeWarning({ patient }: { patient: PickedPatient }) {
  const t = useTranslations();
  if (!patient.hasNamesake) return null;
  return (
    <Alert
      color="yellow"
      icon={<IconUsers aria-hidden="true" />}
      title={t('reports.namesakeWarning.title')}
    >
      <Text size="sm">
        {t.rich('reports.namesakeWarning.compare', {
          number: patient.number,
          email: readableEmail(patient.email),
          strong: (chunks) => <strong>{chunks}</strong>,
        })}
      </Text>
    </Alert>
  );
}
