import { CODE_MS, hashCode, newCode } from '@/accounts/passwords/mailed-code';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';

/**
 * Mails a patient the code that confirms a request for recovery. It is minted here, and only its keyed hash
 * is kept; a retry mints another, and only the newest works.
 */
export const sendRecoveryCode: JobHandler<'mail-recovery-code'> = async ({ accountId }, job) => {
  const account = await database().account.findUnique({ where: { id: accountId } });
  if (account?.status !== 'ACTIVE') return;
  const code = newCode();
  await database().recoveryCode.update({
    where: { accountId },
    data: {
      codeHash: hashCode('recovery-code', accountId, code),
      expiresAt: new Date((await databaseNow()).getTime() + CODE_MS),
    },
  });
  const subject = 'Your code to report a lost wallet';
  await sendMail({
    to: account.email,
    subject,
    messageId: messageIdOf(job),
    ...renderMail({
      heading: subject,
      paragraphs: [
        'Type this code into the page that you opened. It works once, for 10 minutes. Only the newest code works.',
      ],
      code,
      reason:
        'Somebody who is logged in as you wants another wallet to take over your reports. If that is not you, change your password now, and give the code to nobody.',
      check: 'Did you ask for a code a moment ago? If not, the code is of no use to you.',
    }),
  });
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      action: 'recovery.code-mailed',
      actorKind: 'SYSTEM',
      actorId: 'mail-recovery-code',
      subjectId: accountId,
    }),
  );
};
