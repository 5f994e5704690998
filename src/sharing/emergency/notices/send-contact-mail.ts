import { NAME_COLUMNS, nameOfAccount } from '@/accounts/people/both-spellings';
import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { translatorOf } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { isAppError } from '@/platform/errors';
import { sendMail } from '@/platform/mail/mailer';
import { mailTime } from '@/platform/mail/mail-time';
import { renderMail } from '@/platform/mail/render-mail';
import { readSummaryOf, type KnownPatient } from '@/records/emergency/read-summary-of';

/**
 * Mails a person whom a patient named that a doctor has opened something in an emergency: who, when, and whom to call.
 * Nothing medical, and no link: the person has no account.
 */
export const sendContactMail: JobHandler<'mail-emergency-contact'> = async (
  { accessId, place },
  job,
) => {
  const access = await database().emergencyAccess.findUnique({
    where: { id: accessId },
    include: { doctor: { select: { ...NAME_COLUMNS, doctor: { select: { clinic: true } } } } },
  });
  if (access?.patientId == null || access.openedAt === null) return;
  const known = await findKnown(access.patientId);
  const contact = known?.summary?.contacts[place];
  // The patient has taken the person out, or has erased everything.
  if (known === null || contact?.email == null) return;
  const t = translatorOf(job.locale);
  const patient = known.patient.name;
  const doctor = nameOfAccount(access.doctor);
  const subject = t('sharing.emergencyContactMail.subject', { patient });
  await sendMail({
    ...{ to: contact.email, subject, messageId: messageIdOf(job) },
    ...renderMail(
      {
        heading: subject,
        paragraphs: [
          t('sharing.emergencyContactMail.body', {
            ...{ patient, doctor, clinic: access.doctor.doctor?.clinic ?? '' },
            time: mailTime(access.openedAt, null, t),
          }),
          t('sharing.emergencyContactMail.next', { patient }),
        ],
        reason: t('sharing.emergencyContactMail.reason', { patient }),
        check: t('sharing.emergencyContactMail.check', { site: new URL(env().APP_URL).host }),
      },
      job.locale,
    ),
  });
};

async function findKnown(patientId: string): Promise<KnownPatient | null> {
  try {
    return await readSummaryOf(database(), patientId);
  } catch (error) {
    if (isAppError(error, 'not-found')) return null;
    throw error;
  }
}
