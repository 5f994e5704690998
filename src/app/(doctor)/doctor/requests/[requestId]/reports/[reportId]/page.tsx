import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { orNotFound } from '@/app/or-not-found';
import { pageTitle } from '@/app/page-title';
import { BackLink } from '@/components/frame/back-link';
import { readOwnRequest } from '@/sharing/requests/own-requests';
import { RequestedReport } from '@/sharing/ui/requests/requested-report';

export const generateMetadata = pageTitle('app.requestedReport.title');

interface RequestedReportPageProps {
  params: Promise<{ requestId: string; reportId: string }>;
}

/** A report that its patient granted to a doctor. */
export default async function RequestedReportPage({ params }: RequestedReportPageProps) {
  const t = await getTranslations();
  const actor = await requirePageActor('DOCTOR');
  const { requestId, reportId } = await params;
  await orNotFound(readOwnRequest(actor, requestId));
  return (
    <>
      <BackLink href={`/doctor/requests/${requestId}`}>{t('app.requestedReport.back')}</BackLink>
      <RequestedReport requestId={requestId} reportId={reportId} />
    </>
  );
}
