import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/page-title';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { AccountPlaces } from '@/accounts/ui/account-places';
import { SecuritySections } from '@/accounts/ui/security/security-sections';
import { PageHeader } from '@/components/frame/page-header';

export const generateMetadata = pageTitle('app.security.title');

export default async function SecurityPage() {
  const t = await getTranslations();
  const actor = await requirePageActor('DOCTOR');
  return (
    <>
      <PageHeader title={t('app.security.title')} lead={t('app.security.lead')} />
      <AccountPlaces role="DOCTOR" here="security" />
      <SecuritySections actor={actor} />
    </>
  );
}
