import { appendAuditEvent } from '@/audit/append-audit-event';
import type { JobHandler } from '@/jobs/job-kinds';
import { noteEffect } from '@/jobs/note-effect';
import { messageIdOf } from '@/jobs/message-id';
import { translatorOf } from '@/messages/translator';
import { notify } from '@/notifications/notify';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { mailTime } from '@/platform/mail/mail-time';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';
import { findEnds } from '@/reports/retraction/find-ends';
import { findAskingDoctor, type AskingDoctor } from '@/sharing/grants/find-asking-doctor';
import { readMailedGrant } from '@/sharing/guest/read-mailed-grant';
import { newSecretToken } from '@/sharing/guest/secret-token';

/**
 * Mails a guest the link to a report. The link is generated here, and only its hash is stored; a retry generates
 * another link, and both open the same grant. The mail names the patient and the doctor, so that the guest can ask them, and
 * nothing about the report's content.
 */
export const sendGuestLink: JobHandler<'mail-guest-link'> = async ({ grantId }, job) => {
  const mailed = await readMailedGrant(grantId);
  // Revoked or expired while the mail was queued.
  if (mailed?.grant.state !== 'ACTIVE') return;
  const { grant, to, patient, timeZone, doctor: issuedBy } = mailed;
  if (grant.expiresAt !== null && grant.expiresAt <= (await databaseNow())) return;
  if ((await findEnds(database(), [grant.report])).size > 0) return;
  const doctor = await findAskingDoctor(grant, to);
  if (doctor !== null) {
    if (doctor.isGranted) await notifyDoctor(doctor);
    return;
  }
  const { token, tokenHash } = await newSecretToken(database());
  await database().guestLink.create({ data: { grantId, tokenHash } });
  const t = translatorOf(job.locale);
  const subject = t('sharing.guestLinkMail.subject', { patient });
  await sendMail({
    to,
    subject,
    messageId: messageIdOf(job),
    ...renderMail(
      {
        heading: subject,
        paragraphs: [
          grant.expiresAt === null
            ? t('sharing.guestLinkMail.paragraph', { doctor: issuedBy })
            : t('sharing.guestLinkMail.paragraphWithEnd', {
                doctor: issuedBy,
                // The patient chose the end; the guest's own time zone is not known.
                end: mailTime(grant.expiresAt, timeZone, t),
              }),
        ],
        action: {
          label: t('sharing.guestLinkMail.action'),
          url: `${env().APP_URL}/guest#${token}`,
        },
        reason: t('sharing.guestLinkMail.reason', { patient }),
        check: t('sharing.guestLinkMail.check', {
          patient,
          doctor: issuedBy,
          host: new URL(env().APP_URL).host,
        }),
      },
      job.locale,
    ),
  });
  await noteEffect((tx) => {
    appendAuditEvent(tx, {
      action: 'guest.link-mailed',
      actorKind: 'SYSTEM',
      actorId: 'mail-guest-link',
      reportId: grant.reportId,
      details: { grantId },
    });
  });
};

/** Once for a request, however many reports it is about. */
async function notifyDoctor({ doctorId, requestId }: AskingDoctor): Promise<void> {
  const once = `access-granted:${requestId}`;
  await noteEffect((tx) => notify(tx, { accountId: doctorId, kind: 'access-granted', once }));
}
