import type { JobHandler } from '@/jobs/job-kinds';
import { translatorOf } from '@/messages/translator';
import { sendNoticeMail } from '@/notifications/send-notice-mail';
import { database } from '@/platform/database/database';

/** Mails a doctor whether their account is open, by its status when the mail is sent. */
export const sendDoctorDecided: JobHandler<'mail-doctor-decided'> = async ({ accountId }, job) => {
  const account = await database().account.findUnique({ where: { id: accountId } });
  if (account?.status !== 'ACTIVE' && account?.status !== 'SUSPENDED') return;
  const t = translatorOf(job.locale);
  const isOpen = account.status === 'ACTIVE';
  await sendNoticeMail(
    job,
    { role: account.role, group: 'security' },
    {
      to: account.email,
      subject: isOpen
        ? t('accounts.sendDoctorDecided.approvedSubject')
        : t('accounts.sendDoctorDecided.closedSubject'),
      paragraphs: [
        isOpen ? t('accounts.sendDoctorDecided.approved') : t('accounts.sendDoctorDecided.closed'),
      ],
      reason: t('accounts.sendDoctorDecided.reason'),
      ...(isOpen
        ? { action: { label: t('common.logIn'), path: '/login' } }
        : { check: t('accounts.sendDoctorDecided.closedCheck') }),
    },
  );
};
