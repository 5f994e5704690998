import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { orNotFound } from '@/app/or-not-found';
import { pageTitle } from '@/app/page-title';
import { BackLink } from '@/components/frame/back-link';
import { readOwnEmergency } from '@/sharing/emergency/list-emergencies';
import { EmergencyReportView } from '@/sharing/ui/emergency/emergency-report-view';

export const generateMetadata = pageTitle('app.requestedReport.title');

interface EmergencyReportPageProps {
  params: Promise<{ accessId: string; reportId: string }>;
}

/** One report that two administrators have opened to a doctor. */
export default async function EmergencyReportPage({ params }: EmergencyReportPageProps) {
  const t = await getTranslations();
  const actor = await requirePageActor('DOCTOR');
  const { accessId, reportId } = await params;
  await orNotFound(readOwnEmergency(actor, accessId));
  return (
    <>
      <BackLink href={`/doctor/emergency/${accessId}`}>
        {t('app.doctorEmergency.allReports')}
      </BackLink>
      <EmergencyReportView accessId={accessId} reportId={reportId} />
    </>
  );
}
