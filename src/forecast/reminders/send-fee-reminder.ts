import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database } from '@/platform/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mailer';
import { renderMail } from '@/platform/render-mail';

/** Reminds a patient that the hours have come for which fees were expected to be low. */
export const sendFeeReminder: JobHandler<'mail-fee-reminder'> = async ({ accountId }, job) => {
  const account = await database().account.findUnique({ where: { id: accountId } });
  if (account?.status !== 'ACTIVE') return;
  const subject = 'The hours that you wanted to wait for';
  await sendMail({
    to: account.email,
    subject,
    messageId: messageIdOf(job),
    ...renderMail({
      heading: subject,
      paragraphs: [
        'You asked to be reminded: for these hours the blockchain’s fees were expected to be low.',
        'Your page shows what they are now. Nothing is sent unless you confirm it in your wallet.',
      ],
      action: { label: 'See the price now', url: `${env().APP_URL}/patient` },
    }),
  });
};
