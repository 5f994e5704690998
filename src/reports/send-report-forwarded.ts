import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database } from '@/platform/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mailer';
import { renderMail } from '@/platform/render-mail';

/**
 * Tells a patient that a report waits. The mail says neither who it is about, nor who wrote it, nor what
 * kind it is: a mailbox is no place for that.
 */
export const sendReportForwarded: JobHandler<'mail-report-forwarded'> = async (
  { reportId },
  job,
) => {
  const report = await database().report.findUnique({
    where: { id: reportId },
    include: { patient: { select: { email: true } } },
  });
  // Withdrawn or decided while the mail waited: nothing waits for the patient any more.
  if (report?.state !== 'FORWARDED' || report.patient === null) return;
  const subject = 'A report waits for you';
  await sendMail({
    to: report.patient.email,
    subject,
    messageId: messageIdOf(job),
    ...renderMail({
      heading: subject,
      paragraphs: [
        'A doctor has sent you a report. Log in to read it, then approve it or say what is wrong.',
        'Nobody else can read it unless you choose them.',
      ],
      action: { label: 'Read the report', url: `${env().APP_URL}/patient/reports/${reportId}` },
    }),
  });
};
