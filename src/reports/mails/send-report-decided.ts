import { NAME_COLUMNS, nameOfAccount } from '@/accounts/people/both-spellings';
import type { JobHandler } from '@/jobs/job-kinds';
import { translatorOf } from '@/messages/translator';
import { sendNoticeMail } from '@/notifications/send-notice-mail';
import { database } from '@/platform/database/database';

/**
 * Mails the doctor that the patient approved or rejected a report. The patient's reason may be medical, so it can
 * be read in the portal only, and the mail names the report by its code.
 */
export const sendReportDecided: JobHandler<'mail-report-decided'> = async ({ reportId }, job) => {
  const report = await database().report.findUnique({
    where: { id: reportId },
    include: {
      doctor: { select: { email: true } },
      patient: { select: NAME_COLUMNS },
    },
  });
  if (report?.decidedAt == null || report.patient === null) return;
  const t = translatorOf(job.locale);
  const decision = report.state === 'REJECTED' ? 'rejected' : 'approved';
  await sendNoticeMail(
    job,
    { role: 'DOCTOR', group: 'decisions' },
    {
      to: report.doctor.email,
      subject: t(`reports.decidedMail.${decision}.subject`, {
        patient: nameOfAccount(report.patient),
        code: report.code,
      }),
      paragraphs: [t(`reports.decidedMail.${decision}.body`)],
      action: {
        label: t(`reports.decidedMail.${decision}.action`),
        path: `/doctor/reports/${reportId}`,
      },
      reason: t('reports.decidedMail.reason'),
    },
  );
};
