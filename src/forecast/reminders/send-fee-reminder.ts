import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';
import { feeChain } from '../history/fee-chain';
import { windowText } from '../hours/format-hours';

/**
 * Reminds a patient that the hours have come for which fees were expected to be low; after them, which
 * happens when mail was down, no more.
 */
export const sendFeeReminder: JobHandler<'mail-fee-reminder'> = async (payload, job) => {
  const { accountId, from, until, timeZone } = payload;
  if (Date.parse(until) <= (await databaseNow()).getTime()) return;
  const account = await database().account.findUnique({ where: { id: accountId } });
  if (account?.status !== 'ACTIVE') return;
  const subject = 'Now is a good time to pay for sealing';
  await sendMail({
    to: account.email,
    subject,
    messageId: messageIdOf(job),
    ...renderMail({
      heading: subject,
      paragraphs: [
        `For ${windowText({ from, until }, timeZone)} (${timeZone}) the fees of ${feeChain().name} were expected to be low. Your page shows the price now. Nothing is paid unless you confirm it in your wallet.`,
      ],
      action: { label: 'See the price now', url: `${env().APP_URL}/patient/fees` },
      reason: 'You asked MedAnchor to remind you of these hours.',
    }),
  });
};
