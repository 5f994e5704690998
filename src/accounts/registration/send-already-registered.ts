import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';

/** Tells the owner of an account that somebody registered its address again. */
export const sendAlreadyRegistered: JobHandler<'mail-already-registered'> = async (
  { accountId },
  job,
) => {
  const account = await database().account.findUnique({ where: { id: accountId } });
  if (account === null) return;
  const mail = renderMail({
    heading: 'You already have an account',
    paragraphs: [
      'You need not register again: just log in. The log-in page also helps when you have forgotten your password.',
    ],
    action: { label: 'Log in', url: `${env().APP_URL}/login` },
    reason:
      'Somebody tried to register this address, which has an account already. If it was not you, do nothing: your account is unchanged.',
  });
  await sendMail({
    to: account.email,
    subject: 'You already have a MedAnchor account',
    messageId: messageIdOf(job),
    ...mail,
  });
};
