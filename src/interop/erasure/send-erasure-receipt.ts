import { appendAuditEvent } from '@/audit/append-audit-event';
import type { JobHandler } from '@/jobs/job-kinds';
import { noteEffect } from '@/jobs/note-effect';
import { sendJobMail } from '@/jobs/send-job-mail';
import { translatorOf } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { mailTime } from '@/platform/mail/mail-time';
import { receiptSchema } from './erasure-receipt';

/** Mails the receipt to the mailbox that the account had, and forgets the mailbox. */
export const sendErasureReceipt: JobHandler<'mail-erasure-receipt'> = async (
  { erasureId },
  job,
) => {
  const erasure = await database().erasure.findUnique({ where: { id: erasureId } });
  if (erasure?.receipt == null || erasure.email === null || erasure.endedAt === null) return;
  const { email, timeZone, endedAt, accountId } = erasure;
  const receipt = receiptSchema.parse(JSON.parse(erasure.receipt));
  const { destroyed, kept } = receipt.statement;
  const t = translatorOf(job.locale);
  await sendJobMail(job, {
    to: email,
    subject: t('interop.erasureReceipt.subject'),
    paragraphs: [
      t('interop.erasureReceipt.done', { time: mailTime(endedAt, timeZone, t) }),
      t('interop.erasureReceipt.destroyed', { reports: destroyed.length }),
      ...(kept.length === 0 ? [] : [t('interop.erasureReceipt.kept', { reports: kept.length })]),
      t('interop.erasureReceipt.stays'),
      t('interop.erasureReceipt.file'),
    ],
    reason: t('interop.erasureReceipt.reason'),
    check: t('interop.erasureReceipt.check', { signer: receipt.signer }),
    attachments: [
      {
        filename: 'erasure-receipt.json',
        contentType: 'application/json',
        content: `${JSON.stringify(receipt, null, 2)}\n`,
      },
    ],
  });
  await noteEffect(async (tx) => {
    await tx.erasure.update({ where: { id: erasureId }, data: { email: null, timeZone: null } });
    appendAuditEvent(tx, {
      ...{ action: 'erasure.receipt-mailed', actorKind: 'SYSTEM' },
      ...{ actorId: 'mail-erasure-receipt', subjectId: accountId },
    });
  });
};
