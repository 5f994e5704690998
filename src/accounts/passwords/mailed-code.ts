import { randomInt } from 'node:crypto';
import type { Transaction } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { proofMac, type ProofFields } from '@/vault/proof-mac';
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
 * @param belongsTo whose it is and when it ends: where one of these has changed, it is a wrong code
 */
export function hashCode(
  tx: Transaction,
  purpose: 'guest-code' | 'recovery-code',
  belongsTo: ProofFields,
  code: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'code', [purpose, code, ...belongsTo]);
}
