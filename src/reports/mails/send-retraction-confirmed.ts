import { NAME_COLUMNS, nameOfAccount } from '@/accounts/people/both-spellings';
import type { JobHandler } from '@/jobs/job-kinds';
import { translatorOf } from '@/messages/translator';
import { sendNoticeMail } from '@/notifications/send-notice-mail';
import { database } from '@/platform/database/database';

/** Mails the doctor of a report that the chain has confirmed its retraction or replacement. */
export const sendRetractionConfirmed: JobHandler<'mail-retraction-confirmed'> = async (
  { reportId },
  job,
) => {
  const report = await database().report.findUnique({
    where: { id: reportId },
    include: {
      doctor: { select: { email: true } },
      patient: { select: NAME_COLUMNS },
      transactions: { where: { kind: 'RETRACT_REPORT' }, select: { id: true } },
    },
  });
  // A reorganisation removed the retraction before the mail was sent.
  if (report === null || !['RETRACTED', 'SUPERSEDED'].includes(report.state)) return;
  const t = translatorOf(job.locale);
  const { code } = report;
  const patient =
    report.patient === null
      ? t('reports.retractionConfirmedMail.unknownPatient')
      : nameOfAccount(report.patient);
  const isRequested = report.transactions.length > 0;
  await sendNoticeMail(
    job,
    { role: 'DOCTOR', group: 'retractions' },
    {
      to: report.doctor.email,
      subject:
        report.state === 'SUPERSEDED'
          ? t('reports.retractionConfirmedMail.subjectReplaced', { code, patient })
          : t('reports.retractionConfirmedMail.subjectRetracted', { code, patient }),
      paragraphs: [
        isRequested
          ? t('reports.retractionConfirmedMail.requested')
          : t('reports.retractionConfirmedMail.notRequested'),
        t('reports.retractionConfirmedMail.viewers', { patient }),
      ],
      action: {
        label: t('reports.retractionConfirmedMail.action'),
        path: `/doctor/reports/${reportId}`,
      },
      reason: t('reports.retractionConfirmedMail.reason'),
    },
  );
};
