import { createHmac, randomInt } from 'node:crypto';
import { z } from 'zod';
import { env } from '@/platform/env';
import { CODE_DIGITS } from './guest-limits';

/** A code as typed: spaces do no harm. */
export const typedCode = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{8}$/, { error: 'The code has 8 digits.' }));

/** A new code, every one equally likely. */
export function newCode(): string {
  return randomInt(10 ** CODE_DIGITS)
    .toString()
    .padStart(CODE_DIGITS, '0');
}

/** Keyed with a secret that is not in the database: 10⁸ codes are quickly tried against a plain hash. */
export function hashCode(grantId: string, code: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    createHmac('sha256', env().SESSION_SECRET)
      .update(`medanchor/v1/guest-code/${grantId}/${code}`)
      .digest(),
  );
}
