import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database, inTransaction } from '@/platform/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mailer';
import { renderMail } from '@/platform/render-mail';
import { mintAccountToken } from './mint-account-token';

/** Mails the link that confirms an e-mail address. */
export const sendConfirmEmail: JobHandler<'mail-confirm-email'> = async ({ accountId }, job) => {
  const account = await database().account.findUnique({ where: { id: accountId } });
  if (account?.status !== 'UNCONFIRMED') return;
  const token = await inTransaction((tx) => mintAccountToken(tx, accountId, 'CONFIRM_EMAIL'));
  const mail = renderMail({
    heading: 'Confirm your e-mail address',
    paragraphs: [
      'Somebody, most likely you, registered this address with MedAnchor. The link is good for 48 hours; you will be asked for the password chosen when registering.',
      'If it was not you, do nothing: without you this registration comes to nothing.',
    ],
    action: {
      label: 'Confirm the address',
      url: `${env().APP_URL}/confirm-email#${token}`,
    },
  });
  await sendMail({
    to: account.email,
    subject: 'Confirm your e-mail address',
    messageId: messageIdOf(job),
    ...mail,
  });
};
