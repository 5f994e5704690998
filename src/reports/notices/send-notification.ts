import type { JobHandler } from '@/jobs/job-kinds';
import { translatorOf } from '@/messages/translator';
import { isNoticeKind, NOTICE_KINDS } from '@/notifications/notice-kinds';
import { sendNoticeMail } from '@/notifications/send-notice-mail';
import { database } from '@/platform/database/database';
import { describeNotices } from './describe-notices';

/** Mails a notification that has no mail of its own, unless it was read before the mail could be sent. */
export const sendNotification: JobHandler<'mail-notification'> = async (
  { notificationId },
  job,
) => {
  const notice = await database().notification.findUnique({
    where: { id: notificationId },
    include: { account: { select: { email: true, role: true } } },
  });
  if (notice === null || notice.readAt !== null) return;
  const { account, accountId, kind } = notice;
  if (!isNoticeKind(kind)) throw new Error(`Unknown kind of notification: ${kind}`);
  const t = translatorOf(job.locale);
  const reader = { accountId, role: account.role };
  const [shown] = await describeNotices(reader, [{ ...notice, kind }], t);
  if (shown === undefined) return;
  await sendNoticeMail(
    job,
    { role: account.role, group: NOTICE_KINDS[kind].group },
    {
      to: account.email,
      subject: t(`notifications.mail.subject.${NOTICE_KINDS[kind].group}`),
      paragraphs: [shown.sentence],
      action: { label: t('notifications.mail.action'), path: shown.href },
      reason: t('notifications.mail.reason'),
    },
  );
};
