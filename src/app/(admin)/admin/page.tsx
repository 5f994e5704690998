import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/page-title';
import { countAccounts } from '@/accounts/people/count-accounts';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { AccountFigures } from '@/accounts/ui/doctors/account-figures';
import { readTrailCheck } from '@/audit/check/read-trail-check';
import { AuditCheck } from '@/audit/ui/audit-check';
import { PageHeader } from '@/components/frame/page-header';
import { Stack } from '@/components/plain/stack';
import { readQueue } from '@/jobs/read-queue';
import { QueuePanel } from '@/jobs/ui/queue-panel';
import { readFollowerPosition } from '@/registry/follower/read-follower-position';
import { readRelayerStatus } from '@/registry/relayer/read-relayer-status';
import { FollowerPanel } from '@/registry/ui/follower-panel';
import { readTrailAnchoring } from '@/registry/trail/read-trail-anchoring';
import { RelayerPanel } from '@/registry/ui/relayer-panel';
import { TrailPanel } from '@/registry/ui/trail-panel';
import { countEmergencies } from '@/sharing/emergency/emergencies-to-review';
import { EmergencyFigures } from '@/sharing/ui/emergency/emergency-figures';
import { readObjectCheck } from '@/records/integrity/read-object-check';
import { DamagePanel } from '@/records/ui/damage-panel';
import { countReports } from '@/reports/lists/count-reports';
import { ReportFigures } from '@/reports/ui/lists/report-figures';
import { ViolationPanel } from '@/reports/ui/violations/violation-panel';
import { countViolations } from '@/reports/violations/count-violations';

export const generateMetadata = pageTitle('app.admin.title');

export default async function AdminPage() {
  const t = await getTranslations();
  const actor = await requirePageActor('ADMIN');
  const [
    accounts,
    emergencies,
    reports,
    queue,
    follower,
    trail,
    relayer,
    days,
    violations,
    objects,
  ] = await Promise.all([
    countAccounts(actor),
    countEmergencies(actor),
    countReports(actor),
    readQueue(),
    readFollowerPosition(),
    readTrailCheck(),
    readRelayerStatus(actor),
    readTrailAnchoring(actor),
    countViolations(),
    readObjectCheck(),
  ]);
  return (
    <>
      <PageHeader title={t('app.admin.title')} lead={t('app.admin.lead')} />
      <Stack gap={40}>
        <AccountFigures counts={accounts} />
        <EmergencyFigures counts={emergencies} />
        <ReportFigures counts={reports} />
        <ViolationPanel counts={violations} />
        <QueuePanel queue={queue} />
        <FollowerPanel position={follower} />
        <RelayerPanel status={relayer} />
        <AuditCheck initial={trail} />
        <TrailPanel status={days} />
        <DamagePanel check={objects} />
      </Stack>
    </>
  );
}
