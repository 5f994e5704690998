import { nameWithClinic, nameWithClinicSelect } from '@/accounts/doctors/name-with-clinic';
import type { JobHandler } from '@/jobs/job-kinds';
import { translatorOf } from '@/messages/translator';
import { sendNoticeMail } from '@/notifications/send-notice-mail';
import { database } from '@/platform/database/database';

/** Mails a patient who sent them a report. The kind of report is medical, so the mail leaves it out. */
export const sendReportForwarded: JobHandler<'mail-report-forwarded'> = async (
  { reportId },
  job,
) => {
  const report = await database().report.findUnique({
    where: { id: reportId },
    include: { patient: { select: { email: true } }, doctor: { select: nameWithClinicSelect } },
  });
  // The report was withdrawn or decided before the mail was sent.
  if (report?.state !== 'FORWARDED' || report.patient === null) return;
  const t = translatorOf(job.locale);
  const doctor = nameWithClinic(report.doctor);
  await sendNoticeMail(
    job,
    { role: 'PATIENT', group: 'reports' },
    {
      to: report.patient.email,
      subject:
        report.amendsId === null
          ? t('reports.forwardedMail.subject', { doctor })
          : t('reports.forwardedMail.subjectCorrected', { doctor }),
      paragraphs: [t('reports.forwardedMail.body')],
      action: { label: t('reports.forwardedMail.action'), path: `/patient/reports/${reportId}` },
      reason: t('reports.forwardedMail.reason', { doctor }),
    },
  );
};
