import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { orNotFound } from '@/app/or-not-found';
import { pageTitle } from '@/app/page-title';
import { BackLink } from '@/components/frame/back-link';
import { PageHeader } from '@/components/frame/page-header';
import { Group } from '@/components/plain/group';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { Section } from '@/components/section';
import { ZonedTime } from '@/components/zoned-time';
import { readOwnEmergency } from '@/sharing/emergency/list-emergencies';
import type { ShownEmergency } from '@/sharing/emergency/shown-emergency';
import { EmergencyBadge } from '@/sharing/ui/emergency/emergency-badge';
import { EmergencyFacts } from '@/sharing/ui/emergency/emergency-facts';
import { EndEmergencyButton } from '@/sharing/ui/emergency/end-emergency-button';
import { OpenedRecord } from '@/sharing/ui/emergency/opened-record';
import { OpenedSummary } from '@/sharing/ui/emergency/opened-summary';
import { RecordForm } from '@/sharing/ui/emergency/record-form';

export const generateMetadata = pageTitle('app.doctorEmergency.title');

interface EmergencyPageProps {
  params: Promise<{ accessId: string }>;
}

/** One emergency access of a doctor, and what it opens. */
export default async function DoctorEmergencyAccessPage({ params }: EmergencyPageProps) {
  const t = await getTranslations();
  const actor = await requirePageActor('DOCTOR');
  const { accessId } = await params;
  const access = await orNotFound(readOwnEmergency(actor, accessId));
  const { state, tier } = access;
  const isUnderWay = state === 'OPEN' || state === 'ASKED';
  return (
    <div style={{ maxWidth: 680, marginInline: 'auto' }}>
      <BackLink href="/doctor/emergency">{t('app.doctorEmergency.back')}</BackLink>
      <Stack gap="xl">
        {state === 'OPEN' ? <Opened access={access} /> : <NotOpen access={access} />}
        {state === 'OPEN' && tier === 'SUMMARY' && (
          <Section title={t('app.doctorEmergency.record')}>
            <Text c="dimmed">{t('app.doctorEmergency.recordHint')}</Text>
            <RecordForm accessId={accessId} />
          </Section>
        )}
        <Section title={t('app.doctorEmergency.facts')}>
          <EmergencyFacts access={access} />
          {isUnderWay && (
            <Group>
              <EndEmergencyButton accessId={accessId} how={state === 'OPEN' ? 'end' : 'withdraw'} />
            </Group>
          )}
        </Section>
      </Stack>
    </div>
  );
}

function Opened({ access: { accessId, tier } }: { access: ShownEmergency }) {
  return tier === 'SUMMARY' ? (
    <OpenedSummary accessId={accessId} />
  ) : (
    <OpenedRecord accessId={accessId} />
  );
}

function NotOpen({ access: { tier, state, patientName, answerBy } }: { access: ShownEmergency }) {
  const t = useTranslations();
  return (
    <PageHeader
      title={patientName ?? t('sharing.emergencyFacts.erased')}
      lead={
        state === 'ASKED' && answerBy !== null
          ? t.rich('app.doctorEmergency.waits', { time: () => <ZonedTime at={answerBy} /> })
          : t(`sharing.emergencyTiers.${tier}`)
      }
      actions={<EmergencyBadge state={state} />}
    />
  );
}
