import { nameWithClinic, nameWithClinicSelect } from '@/accounts/doctors/name-with-clinic';
import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';

/** Tells a patient who sent them a report. The mail does not say what kind it is: that is medical. */
export const sendReportForwarded: JobHandler<'mail-report-forwarded'> = async (
  { reportId },
  job,
) => {
  const report = await database().report.findUnique({
    where: { id: reportId },
    include: { patient: { select: { email: true } }, doctor: { select: nameWithClinicSelect } },
  });
  // Withdrawn or decided while the mail waited: nothing waits for the patient any more.
  if (report?.state !== 'FORWARDED' || report.patient === null) return;
  const doctor = nameWithClinic(report.doctor);
  const what = report.amendsId === null ? 'a report' : 'a corrected report';
  const subject = `${doctor}, sent you ${what} to review`;
  await sendMail({
    to: report.patient.email,
    subject,
    messageId: messageIdOf(job),
    ...renderMail({
      heading: subject,
      paragraphs: [
        'Please read it, then approve it or say what is wrong. Until you share it, only you and this doctor can read it.',
      ],
      action: { label: 'Review the report', url: `${env().APP_URL}/patient/reports/${reportId}` },
      reason: `${doctor}, chose you as the patient of this report, and this is the address of your account.`,
    }),
  });
};
