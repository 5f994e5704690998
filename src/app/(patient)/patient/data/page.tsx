import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/page-title';
import { readOwnErasure } from '@/accounts/erasure/read-own-erasure';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { AccountPlaces } from '@/accounts/ui/account-places';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/frame/page-header';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { SectionCard } from '@/components/section-card';
import { readOwnExport } from '@/interop/exports/read-own-export';
import { ExportPanel } from '@/interop/ui/export-panel';

export const generateMetadata = pageTitle('app.data.title');

export default async function DataPage() {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const [progress, open] = await Promise.all([readOwnExport(actor), readOwnErasure(actor)]);
  return (
    <>
      <PageHeader title={t('app.data.title')} lead={t('app.data.lead')} />
      <AccountPlaces role="PATIENT" here="data" />
      <Stack gap="lg" maw={720}>
        <SectionCard id="export" title={t('interop.exportPanel.title')}>
          <ExportPanel initial={progress} />
        </SectionCard>
        <SectionCard id="erase" title={t('app.erase.title')}>
          <Text>{open === null ? t('app.data.erase') : t('app.data.eraseWaits')}</Text>
          <LinkButton
            href="/patient/data/erase"
            variant="default"
            style={{ alignSelf: 'flex-start' }}
          >
            {open === null ? t('app.data.eraseLink') : t('app.data.eraseWaitsLink')}
          </LinkButton>
        </SectionCard>
      </Stack>
    </>
  );
}
