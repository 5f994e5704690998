import type { Metadata } from 'next';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { PageHeader } from '@/components/frame/page-header';
import { TemplateChoice } from '@/reports/ui/drafts/template-choice';

export const metadata: Metadata = { title: 'New report' };

export default async function NewReportPage() {
  await requirePageActor('DOCTOR');
  return (
    <>
      <PageHeader
        title="New report"
        lead="Choose what to report. What you type is saved as a draft until you send it."
      />
      <TemplateChoice />
    </>
  );
}
