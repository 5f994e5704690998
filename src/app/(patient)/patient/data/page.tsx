import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/page-title';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { AccountPlaces } from '@/accounts/ui/account-places';
import { PageHeader } from '@/components/frame/page-header';
import { Stack } from '@/components/plain/stack';
import { SectionCard } from '@/components/section-card';
import { readOwnExport } from '@/interop/exports/read-own-export';
import { ExportPanel } from '@/interop/ui/export-panel';

export const generateMetadata = pageTitle('app.data.title');

export default async function DataPage() {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const progress = await readOwnExport(actor);
  return (
    <>
      <PageHeader title={t('app.data.title')} lead={t('app.data.lead')} />
      <AccountPlaces role="PATIENT" here="data" />
      <Stack gap="lg" maw={720}>
        <SectionCard id="export" title={t('interop.exportPanel.title')}>
          <ExportPanel initial={progress} />
        </SectionCard>
      </Stack>
    </>
  );
}
