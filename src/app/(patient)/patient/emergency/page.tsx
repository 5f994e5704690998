import { getTranslations } from 'next-intl/server';
import { Anchor } from '@mantine/core';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { AccountPlaces } from '@/accounts/ui/account-places';
import { pageTitle } from '@/app/page-title';
import { PageHeader } from '@/components/frame/page-header';
import { LinkButton } from '@/components/link-button';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { readOwnSummary } from '@/records/emergency/read-own-summary';
import { SummaryForm } from '@/records/ui/emergency/summary-form';
import { listReceivedEmergencies } from '@/sharing/emergency/list-emergencies';
import { ReceivedEmergencies } from '@/sharing/ui/emergency/received-emergencies';

export const generateMetadata = pageTitle('app.emergency.title');

/** What a patient wants a doctor to know in an emergency. */
export default async function EmergencyPage() {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const [{ patient, summary, revision }, accesses] = await Promise.all([
    readOwnSummary(actor),
    listReceivedEmergencies(actor),
  ]);
  const bloodGroup = t(`accounts.bloodGroups.${patient.bloodGroup}`);
  return (
    <>
      <PageHeader
        title={t('app.emergency.title')}
        lead={t('app.emergency.lead')}
        actions={
          <LinkButton href="/patient/emergency/card" variant="default">
            {t('app.emergency.card')}
          </LinkButton>
        }
      />
      <AccountPlaces role="PATIENT" here="emergency" />
      <Stack gap="xl" maw={680}>
        <Text c="dimmed">{t('app.emergency.bloodGroup', { bloodGroup })}</Text>
        <ReceivedEmergencies accesses={accesses} />
        <SummaryForm saved={summary} revision={revision} />
        {summary !== null && (
          <div>
            <Anchor href="/api/emergency-summary/fhir" underline="always" download>
              {t('app.emergency.download')}
            </Anchor>
          </div>
        )}
      </Stack>
    </>
  );
}
