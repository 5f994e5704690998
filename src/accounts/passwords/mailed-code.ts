import { createHmac, randomInt } from 'node:crypto';
import { env } from '@/platform/env';
import { MINUTE_MS } from '@/platform/time/durations';
import { CODE_DIGITS } from './typed-code';

/** A code's life (OWASP ASVS 5.0, 6.5.5: at most 10 minutes). */
export const CODE_MS = 10 * MINUTE_MS;

/** A new code, every one equally likely. */
export function newCode(): string {
  return randomInt(10 ** CODE_DIGITS)
    .toString()
    .padStart(CODE_DIGITS, '0');
}

/**
 * The form in which a code is kept. Keyed with a secret that is not in the database: 10⁸ codes are quickly
 * tried against a plain hash.
 * @param purpose what the code opens, so that one is no good for another
 * @param id whose it is
 */
export function hashCode(
  purpose: 'guest-code' | 'recovery-code',
  id: string,
  code: string,
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    createHmac('sha256', env().SESSION_SECRET)
      .update(`medanchor/v1/${purpose}/${id}/${code}`)
      .digest(),
  );
}
