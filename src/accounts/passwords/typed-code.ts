import { z } from 'zod';
import type { MessageKey } from '@/messages/translator';

/** Digits of a mailed code: 26.6 bits (OWASP ASVS 5.0, 6.5.4 asks for at least 20). */
export const CODE_DIGITS = 8;

/** What mail programs and people put between digits: spaces, dashes, dots, characters without a width. */
const BETWEEN = /[\s\p{Pd}\p{Cf}\u2212._·•]/gu;

/** A mailed code as typed or pasted: `1234 5678`, `1234-5678`, in full-width or another script's digits. */
export const typedCode = z
  .string()
  .max(100)
  .transform(readCodeDigits)
  .pipe(z.string().regex(/^\d{8}$/, { error: 'accounts.typedCode.digits' satisfies MessageKey }));

/** The digits of a code as 0 to 9, without what separates them. What is no digit stays, to be refused. */
export function readCodeDigits(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(BETWEEN, '')
    .replace(/\p{Nd}/gu, toAscii);
}

/** Unicode keeps the ten digits of a script together and in order (Unicode 16, §4.6). */
function toAscii(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let first = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((point - first) % 10);
}
