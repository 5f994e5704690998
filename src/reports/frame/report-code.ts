import { randomInt } from 'node:crypto';

/** Digits and capitals without I, O, Q and U, which are misread or misheard. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPRSTVWXYZ';
const LENGTH = 16;

/** The format of a report code. */
export const REPORT_CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** A new report code such as `1A4Y3JWDLHPRY31M`: 80 random bits from the system's generator. */
export function newReportCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
