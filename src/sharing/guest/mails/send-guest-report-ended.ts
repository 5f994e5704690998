import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { translatorOf } from '@/messages/translator';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';
import { readMailedGrant } from '@/sharing/guest/read-mailed-grant';

/**
 * Mails a guest that the doctor declared a report wrong or replaced it, because the guest may have acted on it. Only
 * the patient may disclose the reason.
 */
export const sendGuestReportEnded: JobHandler<'mail-guest-report-ended'> = async (
  { grantId },
  job,
) => {
  const mailed = await readMailedGrant(grantId);
  if (mailed === null) return;
  const { grant, to, patient, doctor } = mailed;
  // A reorganisation has undone the retraction while the mail was queued.
  if (!['RETRACTED', 'SUPERSEDED'].includes(grant.report.state)) return;
  const t = translatorOf(job.locale);
  const outcome = grant.report.state === 'SUPERSEDED' ? 'replaced' : 'retracted';
  const subject = t('sharing.guestReportEndedMail.subject', { patient });
  await sendMail({
    to,
    subject,
    messageId: messageIdOf(job),
    ...renderMail(
      {
        heading: subject,
        paragraphs: [t(`sharing.guestReportEndedMail.${outcome}`, { doctor, patient })],
        reason: t('sharing.guestReportEndedMail.reason', { patient, code: grant.report.code }),
        check: t('sharing.guestReportEndedMail.check', { patient, doctor }),
      },
      job.locale,
    ),
  });
};
