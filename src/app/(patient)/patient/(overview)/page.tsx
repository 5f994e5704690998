import { Alert, Stack, Text } from '@mantine/core';
import { IconAnchor, IconMailbox, IconWallet } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { currentWallet } from '@/accounts/wallets/current-wallet';
import { EmptyState } from '@/components/feedback/empty-state';
import { PageHeader } from '@/components/frame/page-header';
import { PageLinks } from '@/components/frame/page-links';
import { TextLink } from '@/components/text-link';
import { listPatientReports, type PatientReports } from '@/reports/lists/list-patient-reports';
import { patientReportsQuery } from '@/reports/lists/patient-reports-query';
import { ApprovedReports } from '@/reports/ui/lists/approved-reports';
import { PatientReportList } from '@/reports/ui/lists/patient-report-list';
import { MAX_TOGETHER } from '@/sharing/anchoring/prepared-transaction';
import { PriceSection } from './price-section';

export const metadata: Metadata = { title: 'My reports' };

interface PatientPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PatientPage({ searchParams }: PatientPageProps) {
  const actor = await requirePageActor('PATIENT');
  const query = patientReportsQuery.parse(await searchParams);
  const [reports, wallet] = await Promise.all([
    listPatientReports(actor, query),
    currentWallet(actor.accountId),
  ]);
  return (
    <>
      <PageHeader title="My reports" lead={lead(reports)} />
      <Stack gap="lg">
        {wallet === null && reports.approved.length > 0 && <WalletMissing />}
        <Lists reports={reports} />
      </Stack>
    </>
  );
}

function lead({ waiting, news }: PatientReports): string {
  if (news.length > 0) return newsLead(news.length);
  if (waiting.length === 0) return 'Nothing waits for your decision.';
  return waiting.length === 1
    ? 'One report waits for your decision.'
    : `${waiting.length} reports wait for your decision.`;
}

function newsLead(count: number): string {
  return count === 1
    ? 'One of your reports is no longer valid. Please read why.'
    : `${count} of your reports are no longer valid. Please read why.`;
}

function WalletMissing() {
  return (
    <Alert color="yellow" icon={<IconWallet aria-hidden="true" />} title="Connect a wallet first">
      To add an approved report to the blockchain you need a wallet.{' '}
      <TextLink href="/patient/wallet" inherit>
        Connect your wallet
      </TextLink>
    </Alert>
  );
}

function Lists({ reports }: { reports: PatientReports }) {
  const { news, waiting, approved, anchored, anchoredCount, rejected, past } = reports;
  const others = [news, waiting, approved, rejected, past];
  if (anchoredCount === 0 && others.every((list) => list.length === 0)) {
    return (
      <EmptyState icon={<IconMailbox size={26} />} title="No reports yet">
        When a doctor sends a report to you, it appears here and you are told by e-mail.
      </EmptyState>
    );
  }
  return (
    <>
      {news.length > 0 && (
        <PatientReportList
          title="No longer valid"
          hint="Your doctor has changed something. Please read why."
          reports={news}
          urgent
        />
      )}
      {waiting.length > 0 && (
        <PatientReportList
          title="Waiting for you"
          hint="Read them, then approve or reject."
          reports={waiting}
          urgent
        />
      )}
      {approved.length > 0 && (
        <Stack gap="xs">
          <ApprovedReports reports={approved} most={MAX_TOGETHER} />
          <Suspense fallback={<Text c="dimmed">Asking for the price…</Text>}>
            <PriceSection />
          </Suspense>
        </Stack>
      )}
      {anchoredCount === 0 && news.length + past.length === 0 && (
        <EmptyState icon={<IconAnchor size={26} />} title="Nothing on the blockchain yet">
          A report that you approve and add to the blockchain can be shown to anybody you choose,
          and nobody can alter it.
        </EmptyState>
      )}
      {anchoredCount > 0 && (
        <div>
          <PatientReportList
            title="On the blockchain"
            hint="Only the people you choose can read these."
            count={anchoredCount}
            reports={anchored}
          />
          <PageLinks page={reports.page} pageCount={reports.pageCount} />
        </div>
      )}
      {past.length > 0 && (
        <PatientReportList
          title="Withdrawn and replaced"
          hint="Your doctor has taken these back. Do not rely on them."
          reports={past}
        />
      )}
      {rejected.length > 0 && (
        <PatientReportList
          title="Rejected by you"
          hint="Your doctor can correct these and send them again."
          reports={rejected}
        />
      )}
    </>
  );
}
