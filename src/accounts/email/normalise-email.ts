/**
 * The one form in which an e-mail address is stored, compared and committed to the chain: trimmed, Unicode NFC,
 * lower case, the domain in ASCII (IDNA A-labels), the mailbox without quotes that it does not need.
 * What is no address comes back as it is, and is refused by `isMailbox`.
 */
export function normaliseEmail(email: string): string {
  const composed = email.trim().normalize('NFC').toLowerCase();
  const at = composed.lastIndexOf('@');
  if (at === -1) return composed;
  return `${withoutNeedlessQuotes(composed.slice(0, at))}@${asciiDomain(composed.slice(at + 1))}`;
}

/** Letters, digits, hyphens and dots beside letters that are not ASCII. */
const INTERNATIONAL_NAME = /^[a-z0-9.\-\u0080-\u{10ffff}]+$/u;

/** UTS 46, as the URL standard prescribes it: the same in browsers and in Node.js. */
function asciiDomain(domain: string): string {
  const isAscii = /^\p{ASCII}*$/u.test(domain);
  if (isAscii || !INTERNATIONAL_NAME.test(domain)) return domain;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return domain;
  }
}

/** A dot-string of RFC 5321 §4.1.2, with the letters that RFC 6531 adds. */
const DOT_STRING =
  /^[\w!#$%&'*+\-/=?^`{|}~\u0080-\u{10ffff}]+(\.[\w!#$%&'*+\-/=?^`{|}~\u0080-\u{10ffff}]+)*$/u;

/** RFC 5321 §4.1.2: `"ali"` and `"a\li"` are the mailbox `ali`; quotes stay where the content needs them. */
function withoutNeedlessQuotes(mailbox: string): string {
  const content = /^"(.*)"$/s.exec(mailbox)?.[1]?.replaceAll(/\\(.)/gs, '$1');
  if (content === undefined) return mailbox;
  if (DOT_STRING.test(content)) return content;
  return `"${content.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
