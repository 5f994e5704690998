import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';
import { securityNoticeText } from './security-notice-text';

/** Mails a person about an act of weight in their account. */
export const sendSecurityNotice: JobHandler<'mail-security-notice'> = async (notice, job) => {
  const account = await database().account.findUnique({ where: { id: notice.accountId } });
  if (account === null) return;
  const { subject, paragraphs, check } = securityNoticeText(notice, account.timeZone);
  await sendMail({
    to: account.email,
    subject,
    messageId: messageIdOf(job),
    ...renderMail({
      heading: subject,
      paragraphs,
      reason:
        'We mail every change of this weight to the address of the account, in case somebody else made it.',
      check,
      action: {
        label: 'It was not me: set a new password',
        url: `${env().APP_URL}/forgot-password`,
      },
    }),
  });
};
