import { getTranslations } from 'next-intl/server';
import { Alert } from '@mantine/core';
import { IconShieldOff } from '@tabler/icons-react';
import { z } from 'zod';
import { pageTitle } from '@/app/page-title';
import { listFactorResets } from '@/accounts/factor-resets/list-factor-resets';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { PeopleTabs } from '../people-tabs';
import { ResetRequestCard } from '@/accounts/ui/factor-resets/reset-request-card';
import { StartResetForm } from '@/accounts/ui/factor-resets/start-reset-form';
import { EmptyState } from '@/components/feedback/empty-state';
import { PageHeader } from '@/components/frame/page-header';
import { PageLinks } from '@/components/frame/page-links';
import { Stack } from '@/components/plain/stack';

export const generateMetadata = pageTitle('app.adminFactorResets.title');

const querySchema = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

/** Two administrators confirm a reset, and none of them their own. */
const NEEDED = 2;

export default async function FactorResetsPage(props: { searchParams: Promise<unknown> }) {
  const t = await getTranslations();
  const actor = await requirePageActor('ADMIN');
  const { page } = querySchema.parse(await props.searchParams);
  const { resets, waiting, administrators, pages } = await listFactorResets(actor, page);
  return (
    <>
      <PageHeader
        title={t('app.adminFactorResets.title')}
        lead={t('app.adminFactorResets.waiting', { waiting })}
      />
      <PeopleTabs here="/admin/factor-resets" />
      <Stack gap={32}>
        {administrators <= NEEDED && (
          <Alert color="yellow" title={t('app.adminFactorResets.moreNeededTitle')}>
            {administrators < NEEDED
              ? t('app.adminFactorResets.secondNeeded')
              : t('app.adminFactorResets.thirdNeeded')}
          </Alert>
        )}
        {resets.length === 0 ? (
          <EmptyState icon={<IconShieldOff size={26} />} title={t('app.adminFactorResets.none')}>
            {t('app.adminFactorResets.noneHint')}
          </EmptyState>
        ) : (
          <Stack component="ul" gap="md" p={0} style={{ margin: 0, listStyle: 'none' }}>
            {resets.map((reset) => (
              <ResetRequestCard key={reset.id} reset={reset} />
            ))}
          </Stack>
        )}
        <PageLinks page={page} pageCount={pages} />
        <StartResetForm />
      </Stack>
    </>
  );
}
