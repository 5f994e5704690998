import { z } from 'zod';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { jobHandlers } from '../../scripts/worker/job-handlers';

const mailSchema = z.object({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  to: z.array(z.object({ address: z.string() })),
});

/** A mail as the real SMTP server received it. */
export type ReceivedMail = z.infer<typeof mailSchema>;

/** Does what a worker would now do, and returns the mails that an address has received, oldest first. */
export async function deliverMailsTo(address: string): Promise<ReceivedMail[]> {
  while ((await runDueJobs(jobHandlers)) > 0);
  const response = await fetch(`${process.env['MAIL_INBOX_URL'] ?? ''}/email`);
  const mails = z.array(mailSchema).parse(await response.json());
  return mails.filter(({ to }) => to.some((recipient) => recipient.address === address));
}

/** The secret behind the # of the one link in a mail. */
export function secretIn(mail: ReceivedMail | undefined): string {
  const secret = /https?:\/\/\S+#(\S+)/.exec(mail?.text ?? '')?.[1];
  if (secret === undefined) throw new Error('The mail has no link with a secret');
  return secret;
}
