import type { RunningJob } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { env } from '@/platform/env';
import { sendMail, type MailFile } from '@/platform/mail/mailer';
import { renderMail, type MailContent } from '@/platform/mail/render-mail';

/** A mail that an outbox job sends: the subject is also the heading, the button opens one of our pages. */
export interface JobMail extends Omit<MailContent, 'heading' | 'action'> {
  to: string;
  subject: string;
  /** @param path of a page, with a leading slash */
  action?: { label: string; path: string };
  attachments?: readonly MailFile[];
}

/**
 * Renders and sends the mail of a job; a retry carries the same Message-ID.
 * @param mail in the language of the job
 * @throws AppError mail-unavailable
 */
export async function sendJobMail(job: RunningJob, mail: JobMail): Promise<void> {
  const { to, subject, action, attachments = [], ...content } = mail;
  await sendMail({
    ...{ to, subject, attachments },
    messageId: messageIdOf(job),
    ...renderMail(
      {
        ...{ ...content, heading: subject },
        ...(action !== undefined && {
          action: { label: action.label, url: `${env().APP_URL}${action.path}` },
        }),
      },
      job.locale,
    ),
  });
}
