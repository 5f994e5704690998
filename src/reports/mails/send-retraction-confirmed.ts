import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';

/** Mails the doctor of a report that its retraction, or its replacement, stands on the chain. */
export const sendRetractionConfirmed: JobHandler<'mail-retraction-confirmed'> = async (
  { reportId },
  job,
) => {
  const report = await database().report.findUnique({
    where: { id: reportId },
    include: {
      doctor: { select: { email: true } },
      patient: { select: { displayName: true } },
      transactions: { where: { kind: 'RETRACT_REPORT' }, select: { id: true } },
    },
  });
  // The chain has undone the retraction while the mail waited.
  if (report === null || !['RETRACTED', 'SUPERSEDED'].includes(report.state)) return;
  const patient = report.patient?.displayName ?? 'the patient';
  const did = report.state === 'SUPERSEDED' ? 'replaced' : 'declared wrong';
  const wasAsked = report.transactions.length > 0;
  const subject = `Your report ${report.code} for ${patient} is now ${did}`;
  await sendMail({
    to: report.doctor.email,
    subject,
    messageId: messageIdOf(job),
    ...renderMail({
      heading: subject,
      paragraphs: [
        wasAsked
          ? 'You asked for it, and the blockchain has confirmed it. You need not do anything.'
          : 'You did not ask for it on MedAnchor: somebody else used the key with which your clinic signs reports. Please tell your administrator at once.',
        `Whoever ${patient} shared the report with can no longer open it. ${patient} and they get an e-mail, too.`,
      ],
      action: { label: 'Open the report', url: `${env().APP_URL}/doctor/reports/${reportId}` },
      reason: 'You wrote this report.',
    }),
  });
};
