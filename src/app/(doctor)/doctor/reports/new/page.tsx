import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { PageHeader } from '@/components/frame/page-header';
import { TemplateChoice } from '@/reports/ui/drafts/template-choice';

export const metadata: Metadata = { title: 'New report' };

export default async function NewReportPage() {
  const t = await getTranslations();
  await requirePageActor('DOCTOR');
  return (
    <>
      <PageHeader
        title={t('app.doctorReportsNew.newReport')}
        lead={t('app.doctorReportsNew.chooseWhatToReportWhatYou')}
      />
      <TemplateChoice />
    </>
  );
}
