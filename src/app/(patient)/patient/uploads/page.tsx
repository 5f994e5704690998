import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { pageTitle } from '@/app/page-title';
import { PageHeader } from '@/components/frame/page-header';
import { listOwnUploads } from '@/records/uploads/list-own-uploads';
import { OwnUploadsPanel } from '@/records/ui/own-uploads-panel';

export const generateMetadata = pageTitle('app.uploads.title');

export default async function UploadsPage() {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  return (
    <>
      <PageHeader title={t('app.uploads.title')} lead={t('app.uploads.lead')} />
      <OwnUploadsPanel initial={await listOwnUploads(actor)} />
    </>
  );
}
