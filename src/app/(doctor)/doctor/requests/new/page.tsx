import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { pageTitle } from '@/app/page-title';
import { BackLink } from '@/components/frame/back-link';
import { PageHeader } from '@/components/frame/page-header';
import { ReportTemplate } from '@/generated/prisma/enums';
import { templateTitle } from '@/reports/templates/templates';
import { AskForm } from '@/sharing/ui/requests/ask-form';

export const generateMetadata = pageTitle('app.doctorAsk.title');

/** A doctor asks a patient for reports. */
export default async function AskPage() {
  const t = await getTranslations();
  await requirePageActor('DOCTOR');
  const kinds = Object.values(ReportTemplate).map((kind) => ({
    kind,
    title: templateTitle(kind, t),
  }));
  return (
    <div style={{ maxWidth: 680, marginInline: 'auto' }}>
      <BackLink href="/doctor/requests">{t('app.doctorRequest.back')}</BackLink>
      <PageHeader title={t('app.doctorAsk.title')} lead={t('app.doctorAsk.lead')} />
      <AskForm kinds={kinds} />
    </div>
  );
}
