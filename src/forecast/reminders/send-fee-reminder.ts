import type { JobHandler } from '@/jobs/job-kinds';
import { translatorOf } from '@/messages/translator';
import { sendNoticeMail } from '@/notifications/send-notice-mail';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { feeChain } from '../history/fee-chain';
import { windowText } from '../hours/format-hours';

/**
 * Reminds a patient by mail when the hours begin for which low fees were expected. A job that runs after these hours,
 * because the mail server was away, sends nothing.
 */
export const sendFeeReminder: JobHandler<'mail-fee-reminder'> = async (payload, job) => {
  const { accountId, from, until, timeZone } = payload;
  if (Date.parse(until) <= (await databaseNow()).getTime()) return;
  const account = await database().account.findUnique({ where: { id: accountId } });
  if (account?.status !== 'ACTIVE') return;
  const t = translatorOf(job.locale);
  await sendNoticeMail(
    job,
    { role: 'PATIENT', group: 'reminders' },
    {
      to: account.email,
      subject: t('forecast.sendFeeReminder.subject'),
      paragraphs: [
        t('forecast.sendFeeReminder.body', {
          window: windowText({ from, until }, timeZone, t),
          zone: timeZone,
          chain: feeChain().name,
        }),
      ],
      action: { label: t('forecast.sendFeeReminder.action'), path: '/patient/fees' },
      reason: t('forecast.sendFeeReminder.reason'),
    },
  );
};
