import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/page-title';
import { readOwnErasure } from '@/accounts/erasure/read-own-erasure';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { BackLink } from '@/components/frame/back-link';
import { PageHeader } from '@/components/frame/page-header';
import { Stack } from '@/components/plain/stack';
import { previewErasure } from '@/interop/erasure/preview-erasure';
import { EraseSections } from '@/interop/ui/erase-sections';
import { ErasureWaits } from '@/interop/ui/erasure-waits';

export const generateMetadata = pageTitle('app.erase.title');

export default async function ErasePage() {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const [open, preview] = await Promise.all([readOwnErasure(actor), previewErasure(actor)]);
  return (
    <>
      <BackLink href="/patient/data">{t('app.data.title')}</BackLink>
      <PageHeader title={t('app.erase.title')} lead={t('app.erase.lead')} />
      <Stack gap="lg" maw={720}>
        {open === null ? <EraseSections preview={preview} /> : <ErasureWaits erasure={open} />}
      </Stack>
    </>
  );
}
