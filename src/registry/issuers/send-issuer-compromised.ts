import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';

/** Mails a patient that the key which signed some of their sealed reports is not trusted any more. */
export const sendIssuerCompromised: JobHandler<'mail-issuer-compromised'> = async (
  { accountId, reports },
  job,
) => {
  const account = await database().account.findUnique({
    where: { id: accountId },
    select: { email: true },
  });
  if (account === null) return;
  const isOne = reports === 1;
  const them = isOne ? 'it' : 'them';
  const subject = `${isOne ? 'One of your reports is' : `${reports} of your reports are`} no longer accepted as valid`;
  await sendMail({
    to: account.email,
    subject,
    messageId: messageIdOf(job),
    ...renderMail({
      heading: subject,
      paragraphs: [
        'An administrator of MedAnchor has found that the key with which the clinic signs reports got into wrong hands. What was signed with it since then is no longer trusted, because somebody else may have signed it.',
        `You did nothing wrong. You and your doctor can still read ${them}. Whoever you share ${them} with can no longer open ${them}.`,
        `Please ask the doctor who wrote ${them} to send you ${isOne ? 'the report' : 'the reports'} again.`,
      ],
      action: { label: 'Look at my reports', url: `${env().APP_URL}/patient` },
      reason: 'The reports are sealed with a wallet of your MedAnchor account.',
    }),
  });
};
