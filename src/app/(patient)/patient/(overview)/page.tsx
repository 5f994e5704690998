import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import type { Translate } from '@/messages/translator';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Alert } from '@mantine/core';
import { IconAnchor, IconMailbox, IconWallet } from '@tabler/icons-react';
import { pageTitle } from '@/app/page-title';
import { Suspense } from 'react';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { wantsFactorHint } from '@/accounts/factors/wants-factor-hint';
import { FactorHint } from '@/accounts/ui/factors/factor-hint';
import { currentWallet } from '@/accounts/wallets/current-wallet';
import { EmptyState } from '@/components/feedback/empty-state';
import { PageHeader } from '@/components/frame/page-header';
import { PageSteps } from '@/components/frame/page-steps';
import { TextLink } from '@/components/text-link';
import { listPatientReports, type PatientReports } from '@/reports/lists/list-patient-reports';
import { patientReportsQuery } from '@/reports/lists/patient-reports-query';
import { ApprovedReports } from '@/reports/ui/lists/approved-reports';
import { PatientReportsCard } from '@/reports/ui/lists/patient-reports-card';
import { MAX_TOGETHER } from '@/sharing/anchoring/prepared-transaction';
import { PriceSection } from './price-section';

export const generateMetadata = pageTitle('common.myReports');

interface PatientPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PatientPage({ searchParams }: PatientPageProps) {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const query = patientReportsQuery.parse(await searchParams);
  const [reports, wallet, asksForFactor] = await Promise.all([
    listPatientReports(actor, query, t),
    currentWallet(actor.accountId),
    wantsFactorHint(actor),
  ]);
  return (
    <>
      <PageHeader title={t('common.myReports')} lead={lead(reports, t)} />
      <Stack gap="lg">
        {wallet === null && reports.approved.length > 0 && <WalletMissing />}
        <Lists reports={reports} />
        {asksForFactor && <FactorHint href="/patient/security" />}
      </Stack>
    </>
  );
}

function lead({ waiting, news }: PatientReports, t: Translate): string {
  return news.length > 0
    ? t('app.patient.news', { count: news.length })
    : t('app.patient.waiting', { count: waiting.length });
}

function WalletMissing() {
  const t = useTranslations();
  return (
    <Alert
      color="yellow"
      icon={<IconWallet aria-hidden="true" />}
      title={t('app.patient.walletMissingTitle')}
    >
      {t.rich('app.patient.walletMissing', {
        wallet: (chunks) => (
          <TextLink href="/patient/wallet" inherit>
            {chunks}
          </TextLink>
        ),
      })}
    </Alert>
  );
}

function Lists({ reports }: { reports: PatientReports }) {
  const t = useTranslations();
  const { news, waiting, approved, anchored, anchoredCount, rejected, past } = reports;
  const others = [news, waiting, approved, rejected, past];
  if (anchoredCount === 0 && others.every((list) => list.length === 0)) {
    return (
      <EmptyState icon={<IconMailbox size={26} />} title={t('app.patient.noReportsYet')}>
        {t('app.patient.noReportsYetHint')}
      </EmptyState>
    );
  }
  return (
    <>
      {news.length > 0 && (
        <PatientReportsCard
          title={t('app.patient.noLongerValid')}
          hint={t('app.patient.noLongerValidHint')}
          reports={news}
          urgent
        />
      )}
      {waiting.length > 0 && (
        <PatientReportsCard
          title={t('app.patient.waitingForYou')}
          hint={t('app.patient.waitingHint', { count: waiting.length })}
          reports={waiting}
          urgent
        />
      )}
      {approved.length > 0 && (
        <Stack gap="xs">
          <ApprovedReports reports={approved} most={MAX_TOGETHER} />
          <Suspense fallback={<Text c="dimmed">{t('common.askingForThePrice')}</Text>}>
            <PriceSection />
          </Suspense>
        </Stack>
      )}
      {anchoredCount === 0 && news.length + past.length === 0 && (
        <EmptyState
          icon={<IconAnchor size={26} />}
          title={t('app.patient.nothingOnTheBlockchainYet')}
        >
          {t('app.patient.nothingOnTheBlockchainHint')}
        </EmptyState>
      )}
      {anchoredCount > 0 && (
        <div>
          <PatientReportsCard
            title={t('app.patient.onTheBlockchain')}
            hint={t('app.patient.onTheBlockchainHint', { count: anchoredCount })}
            count={anchoredCount}
            reports={anchored}
          />
          <PageSteps newer={reports.newer} older={reports.older} />
        </div>
      )}
      {past.length > 0 && (
        <PatientReportsCard
          title={t('app.patient.withdrawnAndReplaced')}
          hint={t('app.patient.withdrawnHint', { count: past.length })}
          reports={past}
        />
      )}
      {rejected.length > 0 && (
        <PatientReportsCard
          title={t('app.patient.rejectedByYou')}
          hint={t('app.patient.rejectedHint', { count: rejected.length })}
          reports={rejected}
        />
      )}
    </>
  );
}
