import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { translatorOf } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';

/** Mails a doctor whether their account is open, by its status when the mail is sent. */
export const sendDoctorDecided: JobHandler<'mail-doctor-decided'> = async ({ accountId }, job) => {
  const account = await database().account.findUnique({ where: { id: accountId } });
  if (account?.status !== 'ACTIVE' && account?.status !== 'SUSPENDED') return;
  const t = translatorOf(job.locale);
  const isOpen = account.status === 'ACTIVE';
  const heading = isOpen
    ? t('accounts.sendDoctorDecided.approvedSubject')
    : t('accounts.sendDoctorDecided.closedSubject');
  const mail = renderMail(
    {
      heading,
      paragraphs: [
        isOpen ? t('accounts.sendDoctorDecided.approved') : t('accounts.sendDoctorDecided.closed'),
      ],
      reason: t('accounts.sendDoctorDecided.reason'),
      ...(isOpen
        ? { action: { label: t('common.logIn'), url: `${env().APP_URL}/login` } }
        : { check: t('accounts.sendDoctorDecided.closedCheck') }),
    },
    job.locale,
  );
  await sendMail({ to: account.email, subject: heading, messageId: messageIdOf(job), ...mail });
};
