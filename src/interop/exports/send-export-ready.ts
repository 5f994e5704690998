import type { JobHandler } from '@/jobs/job-kinds';
import { translatorOf } from '@/messages/translator';
import { sendNoticeMail } from '@/notifications/send-notice-mail';
import { database } from '@/platform/database/database';
import { mailTime } from '@/platform/mail/mail-time';

/** Mails a person that the copy of their records is ready: the link asks for the log-in and for a proof. */
export const sendExportReady: JobHandler<'mail-export-ready'> = async ({ exportId }, job) => {
  const ready = await database().recordsExport.findFirst({
    where: { id: exportId, state: 'READY' },
    include: { account: { select: { email: true, role: true, timeZone: true } } },
  });
  if (ready?.expiresAt == null) return;
  const { email, role, timeZone } = ready.account;
  const t = translatorOf(job.locale);
  await sendNoticeMail(
    job,
    { role, group: 'security' },
    {
      to: email,
      subject: t('interop.exportReady.subject'),
      paragraphs: [
        t('interop.exportReady.body', { until: mailTime(ready.expiresAt, timeZone, t) }),
        t('interop.exportReady.proof'),
        t('interop.exportReady.ifNotYou'),
      ],
      reason: t('interop.exportReady.reason'),
      action: { label: t('interop.exportReady.action'), path: '/patient/data' },
    },
  );
};
