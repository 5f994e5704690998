import { randomBytes } from 'node:crypto';
import { hashAccountToken } from '@/accounts/passwords/mint-account-token';
import type { JobHandler } from '@/jobs/job-kinds';
import { sendJobMail } from '@/jobs/send-job-mail';
import { translatorOf } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';

/**
 * Mails one of the two links that change an account's e-mail address. A new address that has an account already gets a
 * mail without a link instead.
 */
export const sendEmailChange: JobHandler<'mail-email-change'> = async ({ accountId, to }, job) => {
  const wish = await database().emailChange.findUnique({
    where: { accountId },
    include: { account: { select: { email: true } } },
  });
  if (wish === null || wish.formerEmail !== null) return;
  const t = translatorOf(job.locale);
  const site = new URL(env().APP_URL).host;
  const { newEmail, account } = wish;
  const mail = {
    to: to === 'old' ? account.email : newEmail,
    reason: t(`accounts.emailChange.mail.${to}.reason`),
    check: t('accounts.emailChange.mail.check', { site }),
  };
  if (to === 'new' && (await isTaken(newEmail))) {
    await sendJobMail(job, {
      ...mail,
      subject: t('accounts.emailChange.mail.taken.subject'),
      paragraphs: [t('accounts.emailChange.mail.taken.body')],
      action: { label: t('common.logIn'), path: '/login' },
    });
    return;
  }
  const token = randomBytes(32).toString('base64url');
  const hash = hashAccountToken(token);
  await database().emailChange.updateMany({
    where: { accountId, newEmail },
    data: to === 'old' ? { oldTokenHash: hash } : { newTokenHash: hash },
  });
  await sendJobMail(job, {
    ...mail,
    subject: t('accounts.emailChange.mail.subject'),
    paragraphs: [t(`accounts.emailChange.mail.${to}.body`, { newEmail })],
    action: { label: t('accounts.emailChange.mail.action'), path: `/confirm-new-email#${token}` },
  });
};

async function isTaken(email: string): Promise<boolean> {
  return (await database().account.count({ where: { confirmedEmail: email } })) > 0;
}
