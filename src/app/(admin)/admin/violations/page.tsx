import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { pageTitle } from '@/app/page-title';
import { PageHeader } from '@/components/frame/page-header';
import { FoundViolations } from '@/reports/ui/violations/found-violations';
import { listViolations } from '@/reports/violations/list-violations';

export const generateMetadata = pageTitle('app.adminViolations.title');

const querySchema = z.object({ page: z.string().nullable().catch(null) });

export default async function AdminViolationsPage(props: { searchParams: Promise<unknown> }) {
  const t = await getTranslations();
  const actor = await requirePageActor('ADMIN');
  const { page } = querySchema.parse(await props.searchParams);
  const list = await listViolations(actor, page);
  return (
    <>
      <PageHeader title={t('app.adminViolations.title')} lead={t('app.adminViolations.lead')} />
      <FoundViolations list={list} />
    </>
  );
}
