import { expect } from '@playwright/test';
import { z } from 'zod';

const mailSchema = z.object({
  id: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  to: z.array(z.object({ address: z.string() })),
  date: z.string(),
});

/** One mail as the real SMTP server received it. */
export type ReceivedMail = z.infer<typeof mailSchema>;

/** Every received mail. */
export function allMails(): Promise<ReceivedMail[]> {
  return listed('');
}

/** MailDev filters by itself: all mails of a run are many megabytes. */
async function listed(query: string): Promise<ReceivedMail[]> {
  const response = await fetch(`${process.env['MAIL_INBOX_URL'] ?? ''}/email${query}`);
  return z.array(mailSchema).parse(await response.json());
}

/**
 * Waits for the newest mail to an address whose subject matches, passing over those already read.
 * @param subject the whole subject, or what it matches
 * @param after how many matching mails to pass over
 */
export async function waitForMail(
  to: string,
  subject: string | RegExp,
  after = 0,
): Promise<ReceivedMail> {
  const matches = (text: string) =>
    typeof subject === 'string' ? text === subject : subject.test(text);
  const found: { mail?: ReceivedMail } = {};
  await expect
    .poll(
      async () => {
        const mails = await listed(`?${new URLSearchParams({ 'to.address': to }).toString()}`);
        const matching = mails.filter((mail) => matches(mail.subject));
        const mail = matching[after];
        if (mail !== undefined) found.mail = mail;
        return matching.length;
      },
      { message: `a mail to ${to} about ${String(subject)}`, timeout: 30_000 },
    )
    .toBeGreaterThan(after);
  if (found.mail === undefined) throw new Error('unreachable: the poll has found it');
  return found.mail;
}

/** The one link in a mail's plain text. */
export function linkIn(mail: ReceivedMail): string {
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0];
  if (link === undefined) throw new Error(`No link in "${mail.subject}"`);
  return link;
}

/** The 8-digit code in a mail's plain text. */
export function codeIn(mail: ReceivedMail): string {
  const code = /\b(\d{4}\s?\d{4})\b/.exec(mail.text)?.[1];
  if (code === undefined) throw new Error(`No code in "${mail.subject}"`);
  return code.replace(/\s/, '');
}
