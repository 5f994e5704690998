import type { JobHandler } from '@/jobs/job-kinds';
import { translatorOf } from '@/messages/translator';
import { sendNoticeMail } from '@/notifications/send-notice-mail';
import { database } from '@/platform/database/database';
import { notMeAction } from './not-me-action';
import { securityNoticeText } from './security-notice-text';

/**
 * Mails a person about a security event in their account, with one link that freezes it in case it was somebody
 * else.
 */
export const sendSecurityNotice: JobHandler<'mail-security-notice'> = async (notice, job) => {
  const account = await database().account.findUnique({
    where: { id: notice.accountId },
    include: { emailChange: true },
  });
  if (account === null) return;
  const { kind } = notice.event;
  const t = translatorOf(job.locale);
  await sendNoticeMail(
    job,
    { role: account.role, group: 'security' },
    {
      // Whoever had the account before must learn of it.
      to: (kind === 'email-changed' ? account.emailChange?.formerEmail : null) ?? account.email,
      ...securityNoticeText(notice, account.timeZone, t),
      reason: t('accounts.securityNotice.reason'),
      action:
        kind === 'account-frozen'
          ? { label: t('accounts.securityNotice.setPassword'), path: '/forgot-password' }
          : await notMeAction(account.id, t, new Date(notice.at)),
    },
  );
};
