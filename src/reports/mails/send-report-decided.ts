import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';

/**
 * Tells the doctor who decided and how. The patient's reason may be medical: it is read in the portal only,
 * and the report is named by its code.
 */
export const sendReportDecided: JobHandler<'mail-report-decided'> = async ({ reportId }, job) => {
  const report = await database().report.findUnique({
    where: { id: reportId },
    include: {
      doctor: { select: { email: true } },
      patient: { select: { displayName: true } },
    },
  });
  if (report?.decidedAt == null || report.patient === null) return;
  const rejected = report.state === 'REJECTED';
  const patient = report.patient.displayName;
  const subject = `${patient} ${rejected ? 'rejected' : 'approved'} your report ${report.code}`;
  await sendMail({
    to: report.doctor.email,
    subject,
    messageId: messageIdOf(job),
    ...renderMail({
      heading: subject,
      paragraphs: [
        rejected
          ? 'Please read the reason, then correct the report and send it again, or leave it.'
          : 'You need not do anything. The patient can now seal the report and share it.',
      ],
      action: {
        label: rejected ? 'Read the reason' : 'Open the report',
        url: `${env().APP_URL}/doctor/reports/${reportId}`,
      },
      reason: 'You wrote this report and sent it to the patient.',
    }),
  });
};
