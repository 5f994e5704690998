import { createTransport, type Transporter } from 'nodemailer';
import { env } from '@/platform/env';
import { AppError } from '@/platform/errors';
import { isErasedMailbox } from './erased-mailbox';
import { traced } from '@/platform/tracing/spans';

/** A file that a mail carries. */
export interface MailFile {
  filename: string;
  contentType: string;
  content: string;
}

/** One mail, in plain text and HTML. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  attachments?: readonly MailFile[];
  /** Stable for one outbox job, so that a repeated delivery can be recognised by the mailbox. */
  messageId: string;
}

let transport: Transporter | undefined;

/** Well below an outbox job's lease, so that no second worker sends the same mail meanwhile. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * Sends one mail through the SMTP server.
 * @throws AppError mail-unavailable; the outbox tries again
 */
export async function sendMail(mail: Mail): Promise<void> {
  if (isErasedMailbox(mail.to)) return;
  transport ??= createTransport({ url: env().SMTP_URL, ...TIMEOUTS }, { from: env().MAIL_FROM });
  try {
    const connected = transport;
    const message = {
      ...mail,
      attachments: [...(mail.attachments ?? [])],
      // As an object: in a string, a quoted mailbox would be read as a name.
      to: { name: '', address: mail.to },
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    };
    await traced('SMTP', {}, () => connected.sendMail(message));
  } catch (error) {
    throw new AppError('mail-unavailable', { cause: withoutAddresses(error) });
  }
}

/**
 * Checks that the SMTP server accepts our log-in; sends nothing.
 * @throws Error when it does not answer, or refuses
 */
export async function checkMailServer(): Promise<void> {
  const once = createTransport({ url: env().SMTP_URL, ...TIMEOUTS });
  try {
    await once.verify();
  } finally {
    once.close();
  }
}

/** A server's refusal repeats the address, which must not reach the log: the codes are enough. */
function withoutAddresses(error: unknown): Error {
  const { code, responseCode, command } = Object(error) as Record<string, unknown>;
  return new Error(`SMTP: ${[code, command, responseCode].filter(Boolean).join(' ')}`);
}
