import { createTransport, type Transporter } from 'nodemailer';
import { env } from './env';
import { AppError } from './errors';

/** One mail, in plain text and HTML. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Stable for one outbox job, so that a repeated delivery can be recognised by the mailbox. */
  messageId: string;
}

let transport: Transporter | undefined;

/**
 * Hands one mail to the SMTP server.
 * @throws AppError mail-unavailable; the outbox tries again
 */
export async function sendMail(mail: Mail): Promise<void> {
  transport ??= createTransport(env().SMTP_URL, { from: env().MAIL_FROM });
  try {
    await transport.sendMail({
      ...mail,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
  } catch (error) {
    throw new AppError('mail-unavailable', { cause: error });
  }
}
