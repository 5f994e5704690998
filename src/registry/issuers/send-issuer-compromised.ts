import type { JobHandler } from '@/jobs/job-kinds';
import { translatorOf } from '@/messages/translator';
import { sendNoticeMail } from '@/notifications/send-notice-mail';
import { database } from '@/platform/database/database';

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
  const t = translatorOf(job.locale);
  await sendNoticeMail(
    job,
    { role: 'PATIENT', group: 'security' },
    {
      to: account.email,
      subject: t('registry.issuerCompromisedMail.subject', { reports }),
      paragraphs: [
        t('registry.issuerCompromisedMail.whatHappened'),
        t('registry.issuerCompromisedMail.whoCanRead', { reports }),
        t('registry.issuerCompromisedMail.whatToDo', { reports }),
      ],
      action: { label: t('registry.issuerCompromisedMail.action'), path: '/patient' },
      reason: t('registry.issuerCompromisedMail.reason'),
    },
  );
};
