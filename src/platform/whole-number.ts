/** What somebody typed where a whole number belongs. */
export type TypedNumber = { number: number } | { blank: true } | { fault: string };

/**
 * Reads a whole number exactly as it was typed, or returns why it is none: no character is ignored.
 * @param typed a number, or text as an input holds it
 */
export function readWholeNumber(typed: unknown): TypedNumber {
  if (typed === null || typed === undefined) return { blank: true };
  if (typeof typed === 'number' && Number.isInteger(typed)) return { number: typed };
  if (typeof typed !== 'number' && typeof typed !== 'string') return { fault: NOT_DIGITS };
  const text = String(typed).trim();
  if (text === '') return { blank: true };
  if (/^\d{1,15}$/.test(text)) return { number: Number(text) };
  if (/^\p{Nd}+$/u.test(text)) return { fault: 'Write the number with the digits 0 to 9.' };
  if (/^\d+[.,]\d*$/.test(text)) return { fault: 'Write a whole number, without decimals.' };
  if (/^\d+\D+\d/.test(text)) return { fault: 'Write one number here.' };
  return { fault: NOT_DIGITS };
}

const NOT_DIGITS = 'Write a whole number in digits.';
