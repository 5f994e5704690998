import { appendAuditEvent } from '@/audit/append-audit-event';
import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database, inTransaction } from '@/platform/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mailer';
import { renderMail } from '@/platform/render-mail';
import { formatEnd } from './format-end';
import { openReportKey } from './report-key';
import { newSecretToken } from './secret-token';
import { openViewerEmail } from './viewer-email';

/**
 * Mails a guest the link to a report. The link is minted here, and only its hash is kept; a retry mints
 * another, and both open the same grant. The mail names neither the patient nor what the report is about.
 */
export const sendGuestLink: JobHandler<'mail-guest-link'> = async ({ grantId }, job) => {
  const grant = await database().grant.findUnique({
    where: { id: grantId },
    include: { report: true },
  });
  // Taken back, or over, while the mail waited.
  if (grant?.state !== 'ACTIVE') return;
  if (grant.expiresAt !== null && grant.expiresAt.getTime() <= Date.now()) return;
  const { token, tokenHash } = newSecretToken();
  await database().guestLink.create({ data: { grantId, tokenHash } });
  const subject = 'A patient has shared a medical report with you';
  await sendMail({
    to: openViewerEmail(openReportKey(grant.report), grant),
    subject,
    messageId: messageIdOf(job),
    ...renderMail({
      heading: subject,
      paragraphs: [
        'Open the page below to read it. We then send a code to this address, to be sure that it is you: the link alone opens nothing.',
        `${formatEnd(grant.expiresAt)} The patient can take the permission back at any time.`,
        'If you do not know what this is about, do nothing: nobody can read the report with this mail alone.',
      ],
      action: { label: 'Open the report', url: `${env().APP_URL}/guest#${token}` },
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
