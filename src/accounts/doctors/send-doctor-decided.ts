import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';

/** Tells a doctor whether their account is open, as it stands when the mail goes out. */
export const sendDoctorDecided: JobHandler<'mail-doctor-decided'> = async ({ accountId }, job) => {
  const account = await database().account.findUnique({ where: { id: accountId } });
  if (account?.status !== 'ACTIVE' && account?.status !== 'SUSPENDED') return;
  const open = account.status === 'ACTIVE';
  const heading = open ? 'Your account is approved' : 'Your account is closed for now';
  const mail = renderMail({
    heading,
    paragraphs: [
      open
        ? 'An administrator has checked your licence number. You can log in and write reports.'
        : 'An administrator has refused or suspended your account. You cannot log in. Reports that you issued stay as they are. Please ask your administrator for the reason.',
    ],
    reason: 'You registered as a doctor with this address.',
    ...(open ? {} : { check: 'Ask your administrator: they see the same.' }),
    ...(open ? { action: { label: 'Log in', url: `${env().APP_URL}/login` } } : {}),
  });
  await sendMail({ to: account.email, subject: heading, messageId: messageIdOf(job), ...mail });
};
