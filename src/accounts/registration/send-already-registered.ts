import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { translatorOf } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';

/** Mails the owner of an account that its address was registered again. */
export const sendAlreadyRegistered: JobHandler<'mail-already-registered'> = async (
  { accountId },
  job,
) => {
  const account = await database().account.findUnique({ where: { id: accountId } });
  if (account === null) return;
  const t = translatorOf(job.locale);
  const mail = renderMail(
    {
      heading: t('accounts.sendAlreadyRegistered.heading'),
      paragraphs: [t('accounts.sendAlreadyRegistered.body')],
      action: { label: t('common.logIn'), url: `${env().APP_URL}/login` },
      reason: t('accounts.sendAlreadyRegistered.reason'),
    },
    job.locale,
  );
  await sendMail({
    to: account.email,
    subject: t('accounts.sendAlreadyRegistered.subject'),
    messageId: messageIdOf(job),
    ...mail,
  });
};
