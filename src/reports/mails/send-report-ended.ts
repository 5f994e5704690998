import { nameWithClinic, nameWithClinicSelect } from '@/accounts/doctors/name-with-clinic';
import type { ReportState } from '@/generated/prisma/client';
import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';

/** What happened, after the doctor's name, and what it means for the patient. */
const WORDS: Partial<Record<ReportState, { did: string; means: string }>> = {
  WITHDRAWN: {
    did: 'took back a report',
    means: 'It was not sealed yet, and can no longer be opened. You need not do anything.',
  },
  RETRACTED: {
    did: 'declared a report wrong',
    means:
      'Please do not rely on it any more. Whoever you share it with can no longer open it, and is told by e-mail, too.',
  },
  SUPERSEDED: {
    did: 'replaced a report with another one',
    means:
      'Please do not rely on the old one any more. Whoever you share it with can no longer open it, and is told by e-mail, too. Share the new one if they need it.',
  },
};

/** Tells a patient that their doctor took a report back or declared it wrong. The reason stands on its page. */
export const sendReportEnded: JobHandler<'mail-report-ended'> = async ({ reportId }, job) => {
  const report = await database().report.findUnique({
    where: { id: reportId },
    include: { patient: { select: { email: true } }, doctor: { select: nameWithClinicSelect } },
  });
  const words = report === null ? undefined : WORDS[report.state];
  if (report?.patient == null || words === undefined) return;
  const doctor = nameWithClinic(report.doctor);
  const subject = `${doctor}, ${words.did}`;
  await sendMail({
    to: report.patient.email,
    subject,
    messageId: messageIdOf(job),
    ...renderMail({
      heading: subject,
      paragraphs: [`This is about the report ${report.code}. ${words.means}`],
      action: { label: 'Read the reason', url: `${env().APP_URL}/patient/reports/${reportId}` },
      reason: 'You are the patient of this report, and this is the address of your account.',
    }),
  });
};
