import { toUnicode } from 'punycode/punycode.es6.js';

/** A stored address as its owner writes it: the domain in its own letters instead of `xn--…`. For people only. */
export function readableEmail(email: string): string {
  const at = email.lastIndexOf('@') + 1;
  return `${email.slice(0, at)}${toUnicode(email.slice(at))}`;
}
