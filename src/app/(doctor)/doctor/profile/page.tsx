import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/page-title';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { readOwnListing } from '@/accounts/directory/change-listing';
import { ListingForm } from '@/accounts/ui/directory/listing-form';
import { Stack } from '@/components/plain/stack';
import { AccountPlaces } from '@/accounts/ui/account-places';
import { ProfileSections } from '@/accounts/ui/profile/profile-sections';
import { PageHeader } from '@/components/frame/page-header';

export const generateMetadata = pageTitle('app.profile.title');

export default async function ProfilePage() {
  const t = await getTranslations();
  const actor = await requirePageActor('DOCTOR');
  return (
    <>
      <PageHeader title={t('app.profile.title')} lead={t('app.profile.lead')} />
      <AccountPlaces role="DOCTOR" here="profile" />
      <Stack gap="lg">
        <ProfileSections actor={actor} />
        <ListingForm listedAs={await readOwnListing(actor)} />
      </Stack>
    </>
  );
}
