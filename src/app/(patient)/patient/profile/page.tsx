import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/page-title';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { AccountPlaces } from '@/accounts/ui/account-places';
import { ProfileSections } from '@/accounts/ui/profile/profile-sections';
import { PageHeader } from '@/components/frame/page-header';

export const generateMetadata = pageTitle('app.profile.title');

export default async function ProfilePage() {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  return (
    <>
      <PageHeader title={t('app.profile.title')} lead={t('app.profile.lead')} />
      <AccountPlaces role="PATIENT" here="profile" />
      <ProfileSections actor={actor} />
    </>
  );
}
