import { findGenuineAccount } from '@/accounts/passwords/account-mac';
import { CODE_MS, hashCode, newCode } from '@/accounts/passwords/mailed-code';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { JobHandler } from '@/jobs/job-kinds';
import { noteEffect } from '@/jobs/note-effect';
import { messageIdOf } from '@/jobs/message-id';
import { translatorOf } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';

/**
 * Mails a patient the code that confirms a request for recovery. The code is made here, and only its keyed hash
 * is stored; a retry makes another, and only the newest works.
 */
export const sendRecoveryCode: JobHandler<'mail-recovery-code'> = async ({ accountId }, job) => {
  const account = await findGenuineAccount(database(), accountId);
  if (account?.status !== 'ACTIVE') return;
  const code = newCode();
  const expiresAt = new Date((await databaseNow()).getTime() + CODE_MS);
  const codeHash = await hashCode(database(), 'recovery-code', [accountId, expiresAt], code);
  await database().recoveryCode.update({ where: { accountId }, data: { codeHash, expiresAt } });
  const t = translatorOf(job.locale);
  const subject = t('registry.recoveryCodeMail.subject');
  await sendMail({
    to: account.email,
    subject,
    messageId: messageIdOf(job),
    ...renderMail(
      {
        heading: subject,
        paragraphs: [t('registry.recoveryCodeMail.body')],
        code,
        reason: t('registry.recoveryCodeMail.reason'),
        check: t('registry.recoveryCodeMail.check'),
      },
      job.locale,
    ),
  });
  await noteEffect((tx) => {
    appendAuditEvent(tx, {
      action: 'recovery.code-mailed',
      actorKind: 'SYSTEM',
      actorId: 'mail-recovery-code',
      subjectId: accountId,
    });
  });
};
