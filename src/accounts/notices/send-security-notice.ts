import type { JobHandler } from '@/jobs/job-kinds';
import { sendJobMail } from '@/jobs/send-job-mail';
import { translatorOf } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { securityNoticeText } from './security-notice-text';

/** Mails a person about a security event in their account. */
export const sendSecurityNotice: JobHandler<'mail-security-notice'> = async (notice, job) => {
  const account = await database().account.findUnique({ where: { id: notice.accountId } });
  if (account === null) return;
  const t = translatorOf(job.locale);
  await sendJobMail(job, {
    to: account.email,
    ...securityNoticeText(notice, account.timeZone, t),
    reason: t('accounts.securityNotice.reason'),
    action: { label: t('accounts.securityNotice.action'), path: '/forgot-password' },
  });
};
