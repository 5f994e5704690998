import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';
import { readMailedGrant } from './read-mailed-grant';

/**
 * Tells somebody who may read a report that its doctor declared it wrong or replaced it: they may have acted on
 * it. Why is for the patient to say.
 */
export const sendGuestReportEnded: JobHandler<'mail-guest-report-ended'> = async (
  { grantId },
  job,
) => {
  const mailed = await readMailedGrant(grantId);
  if (mailed === null) return;
  const { grant, to, patient, doctor } = mailed;
  // The chain has undone the retraction while the mail waited.
  if (!['RETRACTED', 'SUPERSEDED'].includes(grant.report.state)) return;
  const replaced = grant.report.state === 'SUPERSEDED';
  const subject = `${patient}: a report shared with you is no longer valid`;
  await sendMail({
    to,
    subject,
    messageId: messageIdOf(job),
    ...renderMail({
      heading: subject,
      paragraphs: [
        `${doctor}, ${replaced ? 'replaced the report with another one' : 'declared the report wrong'}. Please do not rely on what you read in it. Ask ${patient} ${replaced ? 'to share the new one' : 'whether there is a new one'}.`,
      ],
      reason: `${patient} shares the report ${grant.report.code} with this address.`,
      check: `Open the link that you got when it was shared: it says the same. Or ask ${patient} or ${doctor}.`,
    }),
  });
};
