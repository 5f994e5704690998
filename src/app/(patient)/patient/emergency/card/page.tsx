import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { pageTitle } from '@/app/page-title';
import { BackLink } from '@/components/frame/back-link';
import { PageHeader } from '@/components/frame/page-header';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { TextLink } from '@/components/text-link';
import { env } from '@/platform/env';
import { readOwnSummary } from '@/records/emergency/read-own-summary';
import { EmergencyCard } from '@/records/ui/emergency/emergency-card';
import { readOwnPatientCode } from '@/sharing/requests/own-patient-code';
import { formatPatientCode } from '@/sharing/requests/patient-code';
import { PatientCodeCard } from '@/sharing/ui/requests/patient-code-card';

export const generateMetadata = pageTitle('app.emergencyCard.title');

/** The card that a patient carries, with the code that doctors know from requests for access. */
export default async function EmergencyCardPage() {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const [{ patient, summary }, code] = await Promise.all([
    readOwnSummary(actor),
    readOwnPatientCode(actor),
  ]);
  const { name, birthDate, bloodGroup } = patient;
  return (
    <>
      <BackLink href="/patient/emergency">{t('app.emergencyCard.back')}</BackLink>
      <PageHeader title={t('app.emergencyCard.title')} lead={t('app.emergencyCard.lead')} />
      {code === null ? (
        <PatientCodeCard code={code} />
      ) : (
        <Stack gap="xl">
          <EmergencyCard
            {...{ name, birthDate, bloodGroup, summary }}
            code={formatPatientCode(code)}
            address={`${env().APP_URL}/doctor/emergency#${formatPatientCode(code)}`}
          />
          <Text c="dimmed" data-print="hide">
            {t.rich('app.emergencyCard.lost', {
              requests: (words) => <TextLink href="/patient/requests">{words}</TextLink>,
            })}
          </Text>
        </Stack>
      )}
    </>
  );
}
