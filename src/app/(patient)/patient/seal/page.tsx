import { getTranslations } from 'next-intl/server';
import { IconStack2, IconWallet } from '@tabler/icons-react';
import { pageTitle } from '@/app/page-title';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { currentWallet } from '@/accounts/wallets/current-wallet';
import { BackLink } from '@/components/frame/back-link';
import { EmptyState } from '@/components/feedback/empty-state';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/frame/page-header';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { readChosenReports, type ChosenReport } from '@/reports/lists/read-chosen-reports';
import { findLastAttempts, type LastAttempt } from '@/sharing/anchoring/find-last-attempts';
import { findOpenTransaction } from '@/sharing/anchoring/find-open-transaction';
import { MAX_TOGETHER } from '@/sharing/anchoring/prepared-transaction';
import type { FailedReport } from '@/sharing/ui/sealing/last-failure';
import { SealingFlow } from '@/sharing/ui/sealing/sealing-flow';
import type { Viewer } from '@/sharing/grants/viewers';
import { AnchoringForecast } from '../anchoring-forecast';

export const generateMetadata = pageTitle('app.patientSeal.title');

const querySchema = z.object({
  report: z
    .union([z.uuid().transform((one) => [one]), z.array(z.uuid()).max(MAX_TOGETHER)])
    .catch([]),
});

/** Seals one report, or several by one transaction. */
export default async function SealPage(props: { searchParams: Promise<unknown> }) {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const { report: reportIds } = querySchema.parse(await props.searchParams);
  const [reports, account] = await Promise.all([
    readChosenReports(actor, reportIds, t),
    currentWallet(actor.accountId),
  ]);
  const [first] = reports;
  // A report of another patient is missing.
  const isWhole = reports.length === new Set(reportIds).size;
  const single = isWhole && reports.length === 1 ? (first ?? null) : null;
  const back = single === null ? '/patient' : `/patient/reports/${single.id}`;
  // E.g. by the browser's "back" after it was sealed.
  if (single !== null && single.state !== 'APPROVED' && single.state !== 'ANCHORING')
    redirect(back);
  const ready = isWhole && reports.length > 0 && reports.every(({ state }) => state === 'APPROVED');
  const sealing = reports.length > 0 && reports.every(({ state }) => state === 'ANCHORING');
  const open = sealing && first !== undefined ? await findOpenTransaction(actor, first.id) : null;
  const attempts = ready ? await findLastAttempts(actor, reportIds) : [];
  return (
    <>
      <div style={{ maxWidth: 680, marginInline: 'auto' }}>
        <BackLink href={back}>{single === null ? t('common.myReports') : single.title}</BackLink>
        {account === null && open === null ? (
          <>
            <PageHeader title={t('app.patientSeal.title')} />
            <EmptyState
              icon={<IconWallet size={26} />}
              title={t('app.patientSeal.walletMissingTitle')}
              action={
                <LinkButton href="/patient/wallet">{t('app.patientSeal.connectWallet')}</LinkButton>
              }
            >
              {t('app.patientSeal.walletMissing')}
            </EmptyState>
          </>
        ) : ready || open !== null ? (
          <SealingFlow
            reports={reports.map(({ id, code, title }) => ({ id, code, title }))}
            account={account ?? ''}
            openTransactionId={open?.transactionId ?? null}
            failed={failedOf(reports, attempts)}
            viewers={commonViewers(attempts, reports.length)}
            chain={readChainProfile()}
            forecast={<AnchoringForecast actor={actor} />}
            after={back}
          />
        ) : (
          <>
            <PageHeader title={t('app.patientSeal.title')} />
            <EmptyState
              icon={<IconStack2 size={26} />}
              title={t('app.patientSeal.chooseAgain')}
              action={<LinkButton href="/patient">{t('common.myReports')}</LinkButton>}
            >
              {t('app.patientSeal.chooseAgainHint')}
            </EmptyState>
          </>
        )}
      </div>
    </>
  );
}

/** The viewers of the last attempt; none if the reports' viewers differ, so that no viewer sees too much. */
function commonViewers(attempts: LastAttempt[], reportCount: number): Viewer[] {
  const [first] = attempts;
  if (first === undefined || attempts.length !== reportCount) return [];
  const wanted = JSON.stringify(first.viewers);
  return attempts.every(({ viewers }) => JSON.stringify(viewers) === wanted) ? first.viewers : [];
}

function failedOf(reports: ChosenReport[], attempts: LastAttempt[]): FailedReport[] {
  return reports.flatMap(({ id, code, title }) => {
    const failure = attempts.find(({ reportId }) => reportId === id)?.failure ?? null;
    return failure === null ? [] : [{ code, title, failure }];
  });
}
