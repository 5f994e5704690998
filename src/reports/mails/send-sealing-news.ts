import { translatorOf } from '@/messages/translator';
import type { ReportState } from '@/generated/prisma/client';
import type { JobHandler, JobPayload } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';
import { failureSentenceOf, isTransactionFailure } from '@/registry/calls/transaction-failure';

type News = JobPayload<'mail-sealing-news'>['news'];

/** In which states of the report the news still holds; otherwise the patient, or the chain, has moved on. */
const STILL_TRUE: Record<News, readonly ReportState[]> = {
  failed: ['APPROVED'],
  undone: ['APPROVED', 'ANCHORING'],
  'change-failed': ['ANCHORED'],
};

/**
 * Mails a patient that a transaction of their wallet came to nothing, or was taken back by the network. One
 * mail for all reports of one transaction; they are named by their codes.
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
  const isAgainOnItsWay = report.state === 'ANCHORING';
  const { subject, paragraphs } = newsText({ news, codes, failure, isAgainOnItsWay });
  const isOne = codes.length === 1;
  await sendMail({
    to: patient.email,
    subject,
    messageId: messageIdOf(job),
    ...renderMail({
      heading: subject,
      paragraphs,
      action: {
        label: isOne ? 'Open the report' : 'Open my reports',
        url: `${env().APP_URL}/patient${isOne ? `/reports/${report.id}` : ''}`,
      },
      reason: 'Your wallet sent this to the blockchain, and this is the address of your account.',
    }),
  });
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
  isAgainOnItsWay: boolean;
}

function newsText({ news, codes, failure, isAgainOnItsWay }: Facts) {
  const isOne = codes.length === 1;
  const reports = `${isOne ? 'the report' : 'the reports'} ${codes.join(', ')}`;
  const because =
    failure !== null && isTransactionFailure(failure)
      ? failureSentenceOf(failure)(translatorOf())
      : '';
  switch (news) {
    case 'failed':
      return {
        subject: `${isOne ? 'Your report was' : `Your ${codes.length} reports were`} not sealed`,
        paragraphs: [
          `Your wallet asked the blockchain to seal ${reports}, and this did not work. ${because}`,
          `${isOne ? 'The report is' : 'The reports are'} unchanged, and only you and the doctor who wrote ${isOne ? 'it' : 'them'} can read ${isOne ? 'it' : 'them'}. You can seal ${isOne ? 'it' : 'them'} again whenever you like.`,
        ],
      };
    case 'undone':
      return {
        subject: `The blockchain took back the seal of ${isOne ? 'your report' : `${codes.length} reports`}`,
        paragraphs: [
          `This is about ${reports}. It happens rarely, when the computers of the blockchain disagree for a while. Nobody did it on purpose, and nothing is lost. Until ${isOne ? 'it is' : 'they are'} sealed again, only you and the doctor who wrote ${isOne ? 'it' : 'them'} can read ${isOne ? 'it' : 'them'}.`,
          isAgainOnItsWay
            ? 'You need not do anything: the blockchain will probably seal again by itself. If it does not, we write to you.'
            : 'Please seal again whenever you like.',
        ],
      };
    case 'change-failed':
      return {
        subject: 'Who may see your report did not change',
        paragraphs: [
          `Your wallet asked the blockchain to change who may see ${reports}, and this did not work. ${because}`,
          'Whoever could see the report before can see it still. Please open it, look at the list, and change it again if you like.',
        ],
      };
  }
}
