import { readableEmail } from './readable-email';

/**
 * An e-mail address that its owner recognises and a stranger does not learn: the first and the last letter
 * of the mailbox, and the domain, e.g. `a…d@mail.example`.
 */
export function maskEmail(stored: string): string {
  const email = readableEmail(stored);
  const at = email.lastIndexOf('@');
  const mailbox = Array.from(email.slice(0, at));
  const seen = mailbox.length < 4 ? [mailbox[0], '…'] : [mailbox[0], '…', mailbox.at(-1)];
  return `${seen.join('')}${email.slice(at)}`;
}
