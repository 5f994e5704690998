import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/page-title';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { PageHeader } from '@/components/frame/page-header';
import { TemplateChoice } from '@/reports/ui/drafts/template-choice';

export const generateMetadata = pageTitle('app.newReport.title');

export default async function NewReportPage() {
  const t = await getTranslations();
  await requirePageActor('DOCTOR');
  return (
    <>
      <PageHeader title={t('app.newReport.title')} lead={t('app.newReport.lead')} />
      <TemplateChoice />
    </>
  );
}
