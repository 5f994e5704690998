import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database, inTransaction } from '@/platform/database/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';
import { mintAccountToken } from './mint-account-token';

/** Mails the link that sets a new password. */
export const sendResetPassword: JobHandler<'mail-reset-password'> = async ({ accountId }, job) => {
  const account = await database().account.findUnique({ where: { id: accountId } });
  if (account === null || account.status === 'UNCONFIRMED') return;
  const token = await inTransaction((tx) => mintAccountToken(tx, accountId, 'RESET_PASSWORD'));
  const mail = renderMail({
    heading: 'Set a new password',
    paragraphs: [
      'You can choose a new password now. The link works once, for one hour. Your new password logs you out everywhere else.',
    ],
    action: { label: 'Set a new password', url: `${env().APP_URL}/reset-password#${token}` },
    reason:
      'Somebody asked for a new password for the account with this address. If it was not you, do nothing: your password stays as it is.',
    check: `Did you ask for it a moment ago? If not, do not press the button. The link leads to ${new URL(env().APP_URL).host}.`,
  });
  await sendMail({
    to: account.email,
    subject: 'Set a new password',
    messageId: messageIdOf(job),
    ...mail,
  });
};
