import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database } from '@/platform/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mailer';
import { renderMail } from '@/platform/render-mail';

/**
 * Tells the doctor that a patient has decided. Which way, and why, is read in the portal only: the mail
 * names the report by its code.
 */
export const sendReportDecided: JobHandler<'mail-report-decided'> = async ({ reportId }, job) => {
  const report = await database().report.findUnique({
    where: { id: reportId },
    include: { doctor: { select: { email: true } } },
  });
  if (report?.decidedAt == null) return;
  const subject = `A patient has decided on report ${report.code}`;
  await sendMail({
    to: report.doctor.email,
    subject,
    messageId: messageIdOf(job),
    ...renderMail({
      heading: subject,
      paragraphs: ['Log in to see the decision and, if the report was rejected, the reason.'],
      action: { label: 'Open the report', url: `${env().APP_URL}/doctor/reports/${reportId}` },
    }),
  });
};
