import { getTranslations } from 'next-intl/server';
import { IconUrgent } from '@tabler/icons-react';
import { z } from 'zod';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { pageTitle } from '@/app/page-title';
import { EmptyState } from '@/components/feedback/empty-state';
import { PageHeader } from '@/components/frame/page-header';
import { PageLinks } from '@/components/frame/page-links';
import { Stack } from '@/components/plain/stack';
import {
  countEmergencies,
  listAllEmergencies,
  listDoctorUses,
} from '@/sharing/emergency/emergencies-to-review';
import { AdministeredCard } from '@/sharing/ui/emergency/administered-card';
import { DoctorUsesList } from '@/sharing/ui/emergency/doctor-uses-list';
import { EmergencyFigures } from '@/sharing/ui/emergency/emergency-figures';
import { PeopleTabs } from '../people-tabs';

export const generateMetadata = pageTitle('app.adminEmergencies.title');

const querySchema = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

/** What doctors opened without a patient's permission, for administrators to acknowledge and review. */
export default async function EmergenciesPage(props: { searchParams: Promise<unknown> }) {
  const t = await getTranslations();
  const actor = await requirePageActor('ADMIN');
  const { page } = querySchema.parse(await props.searchParams);
  const [{ accesses, pages }, counts, uses] = await Promise.all([
    listAllEmergencies(actor, page),
    countEmergencies(actor),
    listDoctorUses(actor),
  ]);
  return (
    <>
      <PageHeader title={t('app.adminEmergencies.title')} lead={t('app.adminEmergencies.lead')} />
      <PeopleTabs here="/admin/emergencies" />
      <Stack gap={32}>
        {accesses.length === 0 ? (
          <EmptyState icon={<IconUrgent size={26} />} title={t('app.adminEmergencies.none')}>
            {t('app.adminEmergencies.noneHint')}
          </EmptyState>
        ) : (
          <Stack component="ul" gap="md" p={0} style={{ margin: 0, listStyle: 'none' }}>
            {accesses.map((access) => (
              <AdministeredCard key={access.accessId} access={access} />
            ))}
          </Stack>
        )}
        <PageLinks page={page} pageCount={pages} />
        <EmergencyFigures counts={counts} />
        <DoctorUsesList uses={uses} />
      </Stack>
    </>
  );
}
