import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { translatorOf } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';
import { feeChain } from '../history/fee-chain';
import { windowText } from '../hours/format-hours';

/**
 * Reminds a patient when the hours begin for which low fees were expected. A job that runs after these hours,
 * because the mail server was away, sends nothing.
 */
export const sendFeeReminder: JobHandler<'mail-fee-reminder'> = async (payload, job) => {
  const { accountId, from, until, timeZone } = payload;
  if (Date.parse(until) <= (await databaseNow()).getTime()) return;
  const account = await database().account.findUnique({ where: { id: accountId } });
  if (account?.status !== 'ACTIVE') return;
  const t = translatorOf(job.locale);
  const subject = t('forecast.sendFeeReminder.subject');
  await sendMail({
    to: account.email,
    subject,
    messageId: messageIdOf(job),
    ...renderMail(
      {
        heading: subject,
        paragraphs: [
          t('forecast.sendFeeReminder.body', {
            window: windowText({ from, until }, timeZone, t),
            zone: timeZone,
            chain: feeChain().name,
          }),
        ],
        action: {
          label: t('forecast.sendFeeReminder.action'),
          url: `${env().APP_URL}/patient/fees`,
        },
        reason: t('forecast.sendFeeReminder.reason'),
      },
      job.locale,
    ),
  });
};
