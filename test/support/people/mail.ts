import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { expect, vi } from 'vitest';
import { z } from 'zod';
import { normaliseEmail } from '@/accounts/email/normalise-email';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { jobHandlers } from '../../../src/worker/job-handlers';

const mailSchema = z.object({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  to: z.array(z.object({ address: z.string() })),
  envelope: z.object({ to: z.array(z.object({ address: z.string() })) }),
});

/** A mail as the real SMTP server received it. */
export type ReceivedMail = z.infer<typeof mailSchema>;

/** Never through a proxy that the test may have cut. */
const DIRECT_SMTP_URL = process.env['SMTP_URL'];

/** Does what a worker would now do, and returns the mails that an address has received, oldest first. */
export async function deliverMailsTo(address: string): Promise<ReceivedMail[]> {
  while ((await runDueJobs(jobHandlers)) > 0);
  return receivedMails(address);
}

/** Does what a worker would now do. @returns a look-up of the mails of an address, oldest first */
export async function deliverMails(): Promise<(address: string) => ReceivedMail[]> {
  while ((await runDueJobs(jobHandlers)) > 0);
  await untilListed();
  const mails = [...(await listedMails())];
  return (address) => sentTo(mails, address);
}

/** The mails that an address has received so far, oldest first. */
export async function receivedMails(address: string): Promise<ReceivedMail[]> {
  await untilListed();
  return mailsTo(address);
}

/** MailDev greets a new connection only after 100 ms: one is kept for a test file. */
const markers = createTransport({ url: DIRECT_SMTP_URL, pool: true, maxConnections: 1 });

/** MailDev takes a mail before it lists it: one of our own that is listed shows that the others are. */
async function untilListed(): Promise<void> {
  const to = `${randomUUID()}@marker.example`;
  await markers.sendMail({ from: to, to, subject: 'marker', text: 'marker', html: 'marker' });
  await vi.waitFor(async () => expect(await mailsTo(to)).toHaveLength(1), {
    timeout: 10_000,
    interval: 20,
  });
}

/** Asked for by MailDev's own filter: all mails of a run are many megabytes. */
async function mailsTo(address: string): Promise<ReceivedMail[]> {
  // It keeps addresses as they were sent, and those of other letters are sent in another form.
  if (!/^[!-~]+$/.test(address) || address.includes('xn--')) {
    return sentTo(await listedMails(), address);
  }
  return listed({ 'envelope.to.address': address });
}

const known: ReceivedMail[] = [];

/** All mails so far; those that were listed before are not asked for again. */
async function listedMails(): Promise<readonly ReceivedMail[]> {
  const from = known.length;
  const newer = await listed({ skip: String(from) });
  known.splice(from, known.length - from, ...newer);
  return known;
}

async function listed(query: Record<string, string>): Promise<ReceivedMail[]> {
  const parameters = new URLSearchParams(query).toString();
  const response = await fetch(`${process.env['MAIL_INBOX_URL'] ?? ''}/email?${parameters}`);
  return z.array(mailSchema).parse(await response.json());
}

function sentTo(mails: readonly ReceivedMail[], address: string): ReceivedMail[] {
  // The envelope, because MailDev misreads international addresses in the header.
  return mails.filter(({ envelope }) =>
    envelope.to.some((recipient) => normaliseEmail(recipient.address) === address),
  );
}

/** The secret behind the # of the one link in a mail. */
export function secretIn(mail: ReceivedMail | undefined): string {
  const secret = /https?:\/\/\S+#(\S+)/.exec(mail?.text ?? '')?.[1];
  if (secret === undefined) throw new Error('The mail has no link with a secret');
  return secret;
}
