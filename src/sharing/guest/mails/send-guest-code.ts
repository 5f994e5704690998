import { CODE_MS, newCode } from '@/accounts/passwords/mailed-code';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { JobHandler } from '@/jobs/job-kinds';
import { noteEffect } from '@/jobs/note-effect';
import { messageIdOf } from '@/jobs/message-id';
import { translatorOf } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';
import { openReportKey } from '@/sharing/grants/report-key';
import { viewerTag } from '@/sharing/grants/viewer-tag';
import { hashGuestCode } from '@/sharing/guest/hash-guest-code';
import { readMailedGrant } from '@/sharing/guest/read-mailed-grant';

/**
 * Mails a guest a code. The code is generated here, and only its keyed hash is stored; a retry generates another, and
 * only the newest works. A job does nothing when a newer one for the same grant is queued. The mail names the patient,
 * so that the guest recognises the report, and nothing about the report's content.
 */
export const sendGuestCode: JobHandler<'mail-guest-code'> = async ({ grantId }, job) => {
  const mailed = await readMailedGrant(grantId);
  if (mailed?.grant.state !== 'ACTIVE' || (await isSuperseded(grantId, job.id))) return;
  const { grant, to, patient } = mailed;
  const code = newCode();
  const codeExpiresAt = new Date((await databaseNow()).getTime() + CODE_MS);
  // The commitment to this mailbox, whatever the row says: a code for one viewer is no good for another.
  const tag = viewerTag(openReportKey(grant.report), grant.salt, to);
  const codeHash = await hashGuestCode(database(), { ...grant, tag, codeExpiresAt }, code);
  await database().grant.update({ where: { id: grantId }, data: { codeHash, codeExpiresAt } });
  const t = translatorOf(job.locale);
  const subject = t('sharing.guestCodeMail.subject', { patient });
  await sendMail({
    to,
    subject,
    messageId: messageIdOf(job),
    ...renderMail(
      {
        heading: subject,
        paragraphs: [t('sharing.guestCodeMail.paragraph')],
        code,
        reason: t('sharing.guestCodeMail.reason', { patient }),
        check: t('sharing.guestCodeMail.check', { patient }),
      },
      job.locale,
    ),
  });
  await noteEffect((tx) => {
    appendAuditEvent(tx, {
      action: 'guest.code-mailed',
      actorKind: 'SYSTEM',
      actorId: 'mail-guest-code',
      reportId: grant.reportId,
      details: { grantId },
    });
  });
};

async function isSuperseded(grantId: string, jobId: bigint): Promise<boolean> {
  const newer = await database().outboxJob.count({
    where: {
      kind: 'mail-guest-code',
      doneAt: null,
      failedAt: null,
      id: { gt: jobId },
      payload: { path: '$.grantId', equals: grantId },
    },
  });
  return newer > 0;
}
