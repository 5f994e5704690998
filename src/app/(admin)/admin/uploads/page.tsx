import { getTranslations } from 'next-intl/server';
import { IconFileCheck } from '@tabler/icons-react';
import { z } from 'zod';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { pageTitle } from '@/app/page-title';
import { EmptyState } from '@/components/feedback/empty-state';
import { PageHeader } from '@/components/frame/page-header';
import { PageLinks } from '@/components/frame/page-links';
import { Stack } from '@/components/plain/stack';
import { listWaitingUploads } from '@/records/uploads/list-waiting-uploads';
import { WaitingUploadCard } from '@/records/ui/waiting-upload-card';
import { PeopleTabs } from '../people-tabs';

export const generateMetadata = pageTitle('app.adminUploads.title');

const querySchema = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

export default async function AdminUploadsPage(props: { searchParams: Promise<unknown> }) {
  const t = await getTranslations();
  await requirePageActor('ADMIN');
  const { page } = querySchema.parse(await props.searchParams);
  const { uploads, waiting, pages } = await listWaitingUploads(page);
  return (
    <>
      <PageHeader
        title={t('app.adminUploads.title')}
        lead={t('app.adminUploads.waiting', { waiting })}
      />
      <PeopleTabs here="/admin/uploads" />
      {uploads.length === 0 ? (
        <EmptyState icon={<IconFileCheck size={26} />} title={t('app.adminUploads.none')}>
          {t('app.adminUploads.noneHint')}
        </EmptyState>
      ) : (
        <Stack component="ul" gap="md" p={0} style={{ margin: 0, listStyle: 'none' }}>
          {uploads.map((upload) => (
            <WaitingUploadCard key={upload.id} upload={upload} />
          ))}
        </Stack>
      )}
      <PageLinks page={page} pageCount={pages} />
    </>
  );
}
