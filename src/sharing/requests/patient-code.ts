import { randomInt } from 'node:crypto';

/** Digits and capitals without those that are misread: 31 of them, a prime, so that the check finds every swap. */
const ALPHABET = '0123456789ABCDEFGHJKMNPRSTVWXYZ';
const RANDOM = 9;
const HALF = 5;

/**
 * A new code for a patient's card: 9 random characters (44 bits) and one that checks them.
 * @returns without the hyphen
 */
export function newPatientCode(): string {
  const random = Array.from({ length: RANDOM }, () => letterOf(randomInt(ALPHABET.length))).join(
    '',
  );
  return random + letterOf(checkOf(random));
}

/**
 * A code as somebody typed it, without spaces and hyphens.
 * @returns null for what is no code: one wrong character and two that are swapped are found
 */
export function readPatientCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (plain.length !== RANDOM + 1) return null;
  if (Array.from(plain).some((letter) => !ALPHABET.includes(letter))) return null;
  return plain.endsWith(letterOf(checkOf(plain.slice(0, RANDOM)))) ? plain : null;
}

/** A code as it is shown, e.g. `7K3M9-4XW2B`. */
export function formatPatientCode(code: string): string {
  return `${code.slice(0, HALF)}-${code.slice(HALF)}`;
}

/** The sum of the characters, each times its place, modulo 31. */
function checkOf(random: string): number {
  const sum = Array.from(random).reduce(
    (total, letter, place) => total + (place + 1) * ALPHABET.indexOf(letter),
    0,
  );
  return sum % ALPHABET.length;
}

function letterOf(value: number): string {
  return ALPHABET.charAt(value);
}
