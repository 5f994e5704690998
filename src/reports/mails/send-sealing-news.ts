import type { ReportState } from '@/generated/prisma/client';
import type { JobHandler, JobPayload } from '@/jobs/job-kinds';
import { translatorOf, type Translate } from '@/messages/translator';
import { sendNoticeMail } from '@/notifications/send-notice-mail';
import { database } from '@/platform/database/database';
import { failureSentenceOf, isTransactionFailure } from '@/registry/contract/transaction-failure';

type News = JobPayload<'mail-sealing-news'>['news'];

/** The report states in which the news is still true; in every other one the mail is skipped. */
const STILL_TRUE: Record<News, readonly ReportState[]> = {
  failed: ['APPROVED'],
  undone: ['APPROVED', 'ANCHORING'],
  'change-failed': ['ANCHORED'],
  'withdrawal-failed': ['ANCHORED'],
};

/**
 * Mails a patient that a transaction of their wallet failed, or that a reorganisation removed it. One mail covers
 * all reports of one transaction and names them by their codes.
 */
export const sendSealingNews: JobHandler<'mail-sealing-news'> = async (
  { transactionId, news },
  job,
) => {
  const transaction = await database().chainTransaction.findUnique({
    where: { id: transactionId },
    include: { report: { include: { patient: { select: { email: true } } } } },
  });
  if (transaction === null) return;
  const { batchId, failure, report } = transaction;
  const { patient } = report;
  if (patient === null || !STILL_TRUE[news].includes(report.state)) return;
  const codes = batchId === null ? [report.code] : await codesOf(batchId);
  const count = codes.length;
  const t = translatorOf(job.locale);
  await sendNoticeMail(
    job,
    { role: 'PATIENT', group: 'sealing' },
    {
      to: patient.email,
      ...newsText(t, { news, codes, failure, isPendingAgain: report.state === 'ANCHORING' }),
      action: {
        label: t('reports.sealingNewsMail.action', { count }),
        path: count === 1 ? `/patient/reports/${report.id}` : '/patient',
      },
      reason: t('reports.sealingNewsMail.reason'),
    },
  );
};

async function codesOf(batchId: string): Promise<string[]> {
  const reports = await database().report.findMany({
    where: { transactions: { some: { batchId } } },
    select: { code: true },
    orderBy: { code: 'asc' },
  });
  return reports.map(({ code }) => code);
}

interface Facts {
  news: News;
  codes: readonly string[];
  /** Why the transaction failed; null when it did not. */
  failure: string | null;
  /** The network has the transaction again and may mine it. */
  isPendingAgain: boolean;
}

function newsText(t: Translate, { news, codes, failure, isPendingAgain }: Facts) {
  const count = codes.length;
  const because =
    failure !== null && isTransactionFailure(failure) ? failureSentenceOf(failure)(t) : '';
  const about = { count, codes: codes.join(', ') };
  switch (news) {
    case 'failed':
      return {
        subject: t('reports.sealingNewsMail.failed.subject', { count }),
        paragraphs: [
          t('reports.sealingNewsMail.failed.what', { ...about, because }),
          t('reports.sealingNewsMail.failed.next', { count }),
        ],
      };
    case 'undone':
      return {
        subject: t('reports.sealingNewsMail.undone.subject', { count }),
        paragraphs: [
          t('reports.sealingNewsMail.undone.what', about),
          isPendingAgain
            ? t('reports.sealingNewsMail.undone.waiting')
            : t('reports.sealingNewsMail.undone.sealAgain'),
        ],
      };
    case 'change-failed':
      return {
        subject: t('reports.sealingNewsMail.changeFailed.subject'),
        paragraphs: [
          t('reports.sealingNewsMail.changeFailed.what', { ...about, because }),
          t('reports.sealingNewsMail.changeFailed.next'),
        ],
      };
    case 'withdrawal-failed':
      return {
        subject: t('reports.sealingNewsMail.withdrawalFailed.subject'),
        paragraphs: [
          t('reports.sealingNewsMail.withdrawalFailed.what', { ...about, because }),
          t('reports.sealingNewsMail.withdrawalFailed.next'),
        ],
      };
  }
}
