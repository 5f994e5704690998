import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { orNotFound } from '@/app/or-not-found';
import { pageTitle } from '@/app/page-title';
import { BackLink } from '@/components/frame/back-link';
import { PageHeader } from '@/components/frame/page-header';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { Section } from '@/components/section';
import { TextLink } from '@/components/text-link';
import { readOwnRequest, type GrantedReport } from '@/sharing/requests/own-requests';
import { CloseRequest } from '@/sharing/ui/requests/close-request';
import { RequestBadge } from '@/sharing/ui/requests/request-badge';
import { RequestFacts } from '@/sharing/ui/requests/request-facts';

export const generateMetadata = pageTitle('app.doctorRequest.title');

interface RequestPageProps {
  params: Promise<{ requestId: string }>;
}

/** A doctor's own request, and what it opens. */
export default async function DoctorRequestPage({ params }: RequestPageProps) {
  const t = await getTranslations();
  const actor = await requirePageActor('DOCTOR');
  const { requestId } = await params;
  const { request, reports } = await orNotFound(readOwnRequest(actor, requestId));
  const isOpen = request.state === 'ASKED' || request.state === 'GRANTED';
  return (
    <div style={{ maxWidth: 680, marginInline: 'auto' }}>
      <BackLink href="/doctor/requests">{t('app.doctorRequest.back')}</BackLink>
      <PageHeader
        title={t('app.doctorRequest.title')}
        lead={t('app.doctorRequest.to', { addressee: request.addressee })}
        actions={<RequestBadge state={request.state} />}
      />
      <Stack gap="xl">
        {request.state === 'GRANTED' && <Reports requestId={requestId} reports={reports} />}
        <RequestFacts request={request} />
        {isOpen && <CloseRequest requestId={requestId} how="withdrawal" />}
      </Stack>
    </div>
  );
}

function Reports({ requestId, reports }: { requestId: string; reports: GrantedReport[] }) {
  const t = useTranslations();
  return (
    <Section title={t('app.doctorRequest.reports')}>
      <Text c="dimmed">{t('app.doctorRequest.reportsHint')}</Text>
      <ul>
        {reports.map(({ reportId, code }) => (
          <li key={reportId}>
            <TextLink alone href={`/doctor/requests/${requestId}/reports/${reportId}`}>
              {t('app.doctorRequest.open', { code })}
            </TextLink>
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {t('app.doctorRequest.notYet')}
      </Text>
    </Section>
  );
}
