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
import { ZonedTime } from '@/components/zoned-time';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import {
  readReceivedRequest,
  type RequestToDecide,
} from '@/sharing/requests/read-received-request';
import { CarryOut } from '@/sharing/ui/requests/carry-out';
import { CloseRequest } from '@/sharing/ui/requests/close-request';
import { DecideForm } from '@/sharing/ui/requests/decide-form';
import { RequestBadge } from '@/sharing/ui/requests/request-badge';
import { RequestFacts } from '@/sharing/ui/requests/request-facts';

export const generateMetadata = pageTitle('app.patientRequests.title');

interface RequestPageProps {
  params: Promise<{ requestId: string }>;
}

/** A patient decides about a doctor's request, and carries the decision out on the chain. */
export default async function PatientRequestPage({ params }: RequestPageProps) {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const { requestId } = await params;
  const found = await orNotFound(readReceivedRequest(actor, requestId, t));
  const { request } = found;
  return (
    <div style={{ maxWidth: 680, marginInline: 'auto' }}>
      <BackLink href="/patient/requests">{t('app.patientRequest.back')}</BackLink>
      <PageHeader
        title={t('app.patientRequest.title', { doctor: request.doctor.name })}
        lead={
          <>
            {t('app.patientRequest.who', request.doctor)}
            {'. '}
            {request.state === 'ASKED' && t('app.patientRequest.verified')}
          </>
        }
        actions={<RequestBadge state={request.state} />}
      />
      <Stack gap="xl">
        <RequestFacts request={request} />
        <NextStep found={found} />
      </Stack>
    </div>
  );
}

function NextStep({ found: { request, matching, chosen } }: { found: RequestToDecide }) {
  const t = useTranslations();
  const { requestId, state, until } = request;
  if (state === 'ASKED') {
    return (
      <Section title={t('app.patientRequest.decide')}>
        <DecideForm requestId={requestId} until={until} reports={matching} />
      </Section>
    );
  }
  if (chosen.length === 0) return null;
  const time = () => <ZonedTime at={until} />;
  const common = { requestId, reports: chosen, chain: readChainProfile() };
  if (state === 'GRANTED') {
    return (
      <Section title={t('app.patientRequest.granted')}>
        <Text c="dimmed">{t.rich('app.patientRequest.grantedHint', { time })}</Text>
        <CarryOut {...common} wanted="listed" />
        <CloseRequest requestId={requestId} how="end" />
      </Section>
    );
  }
  const isLeft = chosen.some(({ isListed }) => isListed);
  return (
    <Section title={t('app.patientRequest.onChain')}>
      <Text c="dimmed">
        {isLeft
          ? t.rich('app.patientRequest.onChainHint', { time })
          : t('app.patientRequest.nothingLeft')}
      </Text>
      {isLeft && <CarryOut {...common} wanted="removed" />}
    </Section>
  );
}
