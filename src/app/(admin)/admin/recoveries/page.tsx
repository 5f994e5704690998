import { getTranslations } from 'next-intl/server';
import { IconKey } from '@tabler/icons-react';
import { pageTitle } from '@/app/page-title';
import { z } from 'zod';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { EmptyState } from '@/components/feedback/empty-state';
import { PageHeader } from '@/components/frame/page-header';
import { PageLinks } from '@/components/frame/page-links';
import { Stack } from '@/components/plain/stack';
import { listRoleHolders } from '@/registry/issuers/list-role-holders';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { listRecoveries } from '@/registry/recovery/list-recoveries';
import { RecoveryCard } from '@/registry/ui/recovery/recovery-card';

export const generateMetadata = pageTitle('app.adminRecoveries.title');

const querySchema = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

export default async function RecoveriesPage(props: { searchParams: Promise<unknown> }) {
  const t = await getTranslations();
  const actor = await requirePageActor('ADMIN');
  const { page } = querySchema.parse(await props.searchParams);
  const [{ recoveries, waiting, pages }, holders] = await Promise.all([
    listRecoveries(actor, page),
    listRoleHolders('RECOVERER'),
  ]);
  return (
    <>
      <PageHeader
        title={t('app.adminRecoveries.title')}
        lead={t('app.adminRecoveries.waiting', { waiting })}
      />
      {recoveries.length === 0 ? (
        <EmptyState icon={<IconKey size={26} />} title={t('app.adminRecoveries.none')}>
          {t('app.adminRecoveries.noneHint')}
        </EmptyState>
      ) : (
        <Stack component="ul" gap="md" p={0} style={{ margin: 0, listStyle: 'none' }}>
          {recoveries.map((recovery) => (
            <RecoveryCard
              key={recovery.id}
              recovery={recovery}
              holders={holders}
              chain={readChainProfile()}
            />
          ))}
        </Stack>
      )}
      <PageLinks page={page} pageCount={pages} />
    </>
  );
}
