import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, which are easily confused. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 50 bits; with argon2id and a capped number of tries that is enough (ASVS 5.0, 6.5.2 and 6.5.4). */
const LENGTH = 10;

/** A new code, every one equally likely, e.g. `4T7KQ-0MZ9X`. */
export function newBackupCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${letters.slice(0, LENGTH / 2).join('')}-${letters.slice(LENGTH / 2).join('')}`;
}

/**
 * A typed code in the form in which it was made: people write small letters, leave the hyphen out, and confuse
 * O with 0, I and L with 1. @returns null for what cannot be one
 */
export function readBackupCode(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (
    letters.length !== LENGTH ||
    Array.from(letters).some((letter) => !ALPHABET.includes(letter))
  ) {
    return null;
  }
  return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
}
