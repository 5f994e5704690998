import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database, inTransaction } from '@/platform/database/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';
import { mintAccountToken } from '@/accounts/passwords/mint-account-token';

/** Mails the link that confirms an e-mail address. */
export const sendConfirmEmail: JobHandler<'mail-confirm-email'> = async ({ accountId }, job) => {
  const account = await database().account.findUnique({ where: { id: accountId } });
  if (account?.status !== 'UNCONFIRMED') return;
  const token = await inTransaction((tx) => mintAccountToken(tx, accountId, 'CONFIRM_EMAIL'));
  const mail = renderMail({
    heading: 'Confirm your e-mail address',
    paragraphs: [
      'Please confirm that this address is yours. The page asks for the password that you chose when you registered. The link works for 48 hours.',
    ],
    action: {
      label: 'Confirm the address',
      url: `${env().APP_URL}/confirm-email#${token}`,
    },
    reason:
      'Somebody registered this address with MedAnchor. If it was not you, do nothing: without your confirmation no account is opened.',
    check: `Did you register a moment ago? If not, do not press the button. The link leads to ${new URL(env().APP_URL).host}.`,
  });
  await sendMail({
    to: account.email,
    subject: 'Confirm your e-mail address',
    messageId: messageIdOf(job),
    ...mail,
  });
};
