import { notMeAction } from '@/accounts/notices/not-me-action';
import { originText } from '@/accounts/notices/origin-text';
import { mintAccountToken } from '@/accounts/passwords/mint-account-token';
import type { JobHandler } from '@/jobs/job-kinds';
import { translatorOf } from '@/messages/translator';
import { sendNoticeMail } from '@/notifications/send-notice-mail';
import { database, inTransaction } from '@/platform/database/database';
import { env } from '@/platform/env';
import { mailTime } from '@/platform/mail/mail-time';

/** Mails a person about their wish to be erased. While it waits, the button takes it back. */
export const sendErasureNews: JobHandler<'mail-erasure-news'> = async (
  { erasureId, news },
  job,
) => {
  const erasure = await database().erasure.findUnique({
    where: { id: erasureId },
    include: { account: true },
  });
  if (erasure === null || erasure.account.status === 'ERASED') return;
  // Taken back before the mail could be sent: it would ask for what is done.
  if (news !== 'taken-back' && erasure.state !== 'WAITING') return;
  const { account, requestedAt, device, dueAt } = erasure;
  const t = translatorOf(job.locale);
  const origin = { at: requestedAt.toISOString(), device };
  await sendNoticeMail(
    job,
    { role: account.role, group: 'security' },
    {
      to: account.email,
      subject: t(`accounts.erasure.mail.${news}.subject`),
      paragraphs: [
        t(`accounts.erasure.mail.${news}.body`, { time: mailTime(dueAt, account.timeZone, t) }),
        originText(origin, account.timeZone, t),
        t(`accounts.erasure.mail.${news}.ifNotYou`),
      ],
      reason: t('accounts.securityNotice.reason'),
      check: t('accounts.erasure.mail.check', { site: new URL(env().APP_URL).host }),
      action:
        news === 'taken-back'
          ? await notMeAction(account.id, t, requestedAt)
          : {
              label: t('accounts.erasure.mail.takeBack'),
              path: `/keep-account#${await inTransaction((tx) =>
                mintAccountToken(tx, account.id, 'CANCEL_ERASURE'),
              )}`,
            },
    },
  );
};
