import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { orNotFound } from '@/app/or-not-found';
import { pageTitle } from '@/app/page-title';
import { BackLink } from '@/components/frame/back-link';
import { PageHeader } from '@/components/frame/page-header';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { readPatientReport } from '@/reports/lists/read-patient-report';
import { reportTitle } from '@/reports/ui/report-title';
import { findOpenTransaction } from '@/sharing/anchoring/find-open-transaction';
import { canWithdraw } from '@/sharing/withdrawal/can-withdraw';
import { WithdrawalForm } from '@/sharing/ui/withdrawal/withdrawal-form';

export const generateMetadata = pageTitle('app.patientWithdraw.title');

interface WithdrawPageProps {
  params: Promise<{ reportId: string }>;
}

/** A patient withdraws a sealed report. */
export default async function WithdrawPage({ params }: WithdrawPageProps) {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const { reportId } = await params;
  const report = await orNotFound(readPatientReport(actor, reportId, t));
  const back = `/patient/reports/${reportId}`;
  const open = await findOpenTransaction(actor, reportId);
  const isOpen = open?.kind === 'WITHDRAW_REPORT';
  if (report.proof === null || (!isOpen && !(await canWithdraw(actor, report)))) redirect(back);
  return (
    <div style={{ maxWidth: 680, marginInline: 'auto' }}>
      <BackLink href={back}>{reportTitle(report, t)}</BackLink>
      <PageHeader title={t('app.patientWithdraw.title')} lead={t('app.patientWithdraw.lead')} />
      <WithdrawalForm
        reportId={reportId}
        account={report.proof.owner}
        chain={readChainProfile()}
        openTransactionId={isOpen ? open.transactionId : null}
      />
    </div>
  );
}
