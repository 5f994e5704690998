import { appendAuditEvent } from '@/audit/append-audit-event';
import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';
import { findEnds } from '@/reports/retraction/find-ends';
import { formatEnd } from '@/sharing/viewers/format-end';
import { readMailedGrant } from './read-mailed-grant';
import { newSecretToken } from './secret-token';

/**
 * Mails a guest the link to a report. The link is minted here, and only its hash is kept; a retry mints
 * another, and both open the same grant. The mail names the patient and the doctor, so that the guest knows
 * whom to ask, and nothing of what the report is about.
 */
export const sendGuestLink: JobHandler<'mail-guest-link'> = async ({ grantId }, job) => {
  const mailed = await readMailedGrant(grantId);
  // Taken back, or over, while the mail waited.
  if (mailed?.grant.state !== 'ACTIVE') return;
  const { grant, to, patient, timeZone, doctor } = mailed;
  if (grant.expiresAt !== null && grant.expiresAt <= (await databaseNow())) return;
  if ((await findEnds(database(), [grant.report])).size > 0) return;
  const { token, tokenHash } = newSecretToken();
  await database().guestLink.create({ data: { grantId, tokenHash } });
  const subject = `${patient} shares a medical report with you`;
  await sendMail({
    to,
    subject,
    messageId: messageIdOf(job),
    ...renderMail({
      heading: subject,
      paragraphs: [
        `The report was written by ${doctor}. ${formatEnd(grant.expiresAt, timeZone)} Open the page below; it sends a code to this address, to be sure that it is you.`,
      ],
      action: { label: 'Open the report', url: `${env().APP_URL}/guest#${token}` },
      reason: `${patient} typed this address to show you the report. If you do not know them, do nothing: with this mail alone nobody can read it.`,
      check: `Ask ${patient} or ${doctor}. The link leads to ${new URL(env().APP_URL).host}.`,
    }),
  });
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      action: 'guest.link-mailed',
      actorKind: 'SYSTEM',
      actorId: 'mail-guest-link',
      reportId: grant.reportId,
      details: { grantId },
    }),
  );
};
