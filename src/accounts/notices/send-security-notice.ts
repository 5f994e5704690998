import type { JobHandler } from '@/jobs/job-kinds';
import { translatorOf } from '@/messages/translator';
import { sendNoticeMail } from '@/notifications/send-notice-mail';
import { database } from '@/platform/database/database';
import { describeLateFactors } from './describe-late-factors';
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
  // Whoever had the account before must learn of it, whatever is asked for since.
  const former =
    notice.event.kind === 'email-changed'
      ? (notice.event.formerEmail ?? account.emailChange?.formerEmail)
      : null;
  const t = translatorOf(job.locale);
  const text = securityNoticeText(notice, account.timeZone, t);
  const also = kind === 'account-frozen' ? await describeLateFactors(account, t) : [];
  await sendNoticeMail(
    job,
    { role: account.role, group: 'security' },
    {
      to: former ?? account.email,
      ...text,
      paragraphs: [...text.paragraphs, ...also],
      reason: t('accounts.securityNotice.reason'),
      action:
        kind === 'account-frozen'
          ? { label: t('accounts.securityNotice.setPassword'), path: '/forgot-password' }
          : await notMeAction(account.id, t, new Date(notice.at)),
    },
  );
};
