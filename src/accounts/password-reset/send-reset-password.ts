import type { JobHandler } from '@/jobs/job-kinds';
import { sendJobMail } from '@/jobs/send-job-mail';
import { translatorOf } from '@/messages/translator';
import { database, inTransaction } from '@/platform/database/database';
import { env } from '@/platform/env';
import { findGenuineAccount } from '@/accounts/passwords/account-mac';
import { mintAccountToken } from '@/accounts/passwords/mint-account-token';

/** Mails the link that sets a new password. */
export const sendResetPassword: JobHandler<'mail-reset-password'> = async ({ accountId }, job) => {
  const account = await findGenuineAccount(database(), accountId);
  if (account === null || account.status === 'UNCONFIRMED') return;
  const token = await inTransaction((tx) => mintAccountToken(tx, accountId, 'RESET_PASSWORD'));
  const t = translatorOf(job.locale);
  const subject = t('accounts.sendResetPassword.subject');
  const site = new URL(env().APP_URL).host;
  await sendJobMail(job, {
    to: account.email,
    subject,
    paragraphs: [t('accounts.sendResetPassword.body')],
    action: { label: subject, path: `/reset-password#${token}` },
    reason: t('accounts.sendResetPassword.reason'),
    check: t('accounts.sendResetPassword.check', { site }),
  });
};
