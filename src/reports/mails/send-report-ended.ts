import { nameWithClinic, nameWithClinicSelect } from '@/accounts/doctors/name-with-clinic';
import type { JobHandler } from '@/jobs/job-kinds';
import { translatorOf } from '@/messages/translator';
import { sendNoticeMail } from '@/notifications/send-notice-mail';
import { database } from '@/platform/database/database';
import { isEndedState } from '@/reports/retraction/find-ends';

/** Mails a patient that their doctor withdrew, retracted or replaced a report. Its page shows the reason. */
export const sendReportEnded: JobHandler<'mail-report-ended'> = async ({ reportId }, job) => {
  const report = await database().report.findUnique({
    where: { id: reportId },
    include: { patient: { select: { email: true } }, doctor: { select: nameWithClinicSelect } },
  });
  if (report?.patient == null || !isEndedState(report.state)) return;
  const t = translatorOf(job.locale);
  await sendNoticeMail(
    job,
    { role: 'PATIENT', group: 'reports' },
    {
      to: report.patient.email,
      subject: t(`reports.endedMail.${report.state}.subject`, {
        doctor: nameWithClinic(report.doctor),
      }),
      paragraphs: [t(`reports.endedMail.${report.state}.body`, { code: report.code })],
      action: { label: t('reports.endedMail.action'), path: `/patient/reports/${reportId}` },
      reason: t('reports.endedMail.reason'),
    },
  );
};
