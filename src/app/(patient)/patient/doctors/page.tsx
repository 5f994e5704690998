import { getTranslations } from 'next-intl/server';
import { searchDirectory } from '@/accounts/directory/search-directory';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { DoctorSearch } from '@/accounts/ui/directory/doctor-search';
import { pageTitle } from '@/app/page-title';
import { BackLink } from '@/components/frame/back-link';
import { PageHeader } from '@/components/frame/page-header';

export const generateMetadata = pageTitle('app.patientDoctors.title');

/** The directory of doctors who want to be found. */
export default async function DoctorsPage() {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const first = await searchDirectory(actor, { words: '', specialty: null, after: null });
  return (
    <div style={{ maxWidth: 680, marginInline: 'auto' }}>
      <BackLink href="/patient/requests">{t('app.patientRequests.title')}</BackLink>
      <PageHeader title={t('app.patientDoctors.title')} lead={t('app.patientDoctors.lead')} />
      <DoctorSearch first={first} />
    </div>
  );
}
