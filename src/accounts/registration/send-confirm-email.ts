import { findGenuineAccount } from '@/accounts/passwords/account-mac';
import { mintAccountToken } from '@/accounts/passwords/mint-account-token';
import type { JobHandler } from '@/jobs/job-kinds';
import { sendJobMail } from '@/jobs/send-job-mail';
import { translatorOf } from '@/messages/translator';
import { database, inTransaction } from '@/platform/database/database';
import { env } from '@/platform/env';

/** Mails the link that confirms an e-mail address. */
export const sendConfirmEmail: JobHandler<'mail-confirm-email'> = async ({ accountId }, job) => {
  const account = await findGenuineAccount(database(), accountId);
  if (account?.status !== 'UNCONFIRMED') return;
  const token = await inTransaction((tx) => mintAccountToken(tx, accountId, 'CONFIRM_EMAIL'));
  const t = translatorOf(job.locale);
  const site = new URL(env().APP_URL).host;
  await sendJobMail(job, {
    to: account.email,
    subject: t('accounts.sendConfirmEmail.subject'),
    paragraphs: [t('accounts.sendConfirmEmail.body')],
    action: { label: t('accounts.sendConfirmEmail.action'), path: `/confirm-email#${token}` },
    reason: t('accounts.sendConfirmEmail.reason'),
    check: t('accounts.sendConfirmEmail.check', { site }),
  });
};
