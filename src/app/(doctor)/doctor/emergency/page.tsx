import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { pageTitle } from '@/app/page-title';
import { PageHeader } from '@/components/frame/page-header';
import { Stack } from '@/components/plain/stack';
import { Section } from '@/components/section';
import { listOwnEmergencies } from '@/sharing/emergency/list-emergencies';
import { EmergencyLines } from '@/sharing/ui/emergency/emergency-lines';
import { OpeningForm } from '@/sharing/ui/emergency/opening-form';

export const generateMetadata = pageTitle('app.doctorEmergency.title');

/** A doctor opens the emergency summary of a person who cannot be asked. */
export default async function DoctorEmergencyPage() {
  const t = await getTranslations();
  const accesses = await listOwnEmergencies(await requirePageActor('DOCTOR'));
  return (
    <div style={{ maxWidth: 680, marginInline: 'auto' }}>
      <PageHeader title={t('app.doctorEmergency.title')} lead={t('app.doctorEmergency.lead')} />
      <Stack gap="xl">
        <OpeningForm />
        {accesses.length > 0 && (
          <Section title={t('app.doctorEmergency.list')}>
            <EmergencyLines accesses={accesses} />
          </Section>
        )}
      </Stack>
    </div>
  );
}
