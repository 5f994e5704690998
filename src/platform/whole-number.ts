import type { MessageKey } from '@/messages/translator';

/** The text that a person typed into a field for whole numbers. */
export type TypedNumber = { number: number } | { blank: true } | { fault: NumberFault };

/** The message key of the reason why a text is no whole number. */
export type NumberFault = Extract<MessageKey, `validation.number.${string}`>;

/**
 * Reads a whole number exactly as it was typed, or returns why it is none: no character is ignored.
 * @param typed a number, or text as an input holds it
 */
export function readWholeNumber(typed: unknown): TypedNumber {
  if (typed === null || typed === undefined) return { blank: true };
  if (typeof typed === 'number' && Number.isInteger(typed)) return { number: typed };
  if (typeof typed !== 'number' && typeof typed !== 'string') return NOT_DIGITS;
  const text = String(typed).trim();
  if (text === '') return { blank: true };
  if (/^\d{1,15}$/.test(text)) return { number: Number(text) };
  if (/^\p{Nd}+$/u.test(text)) return { fault: 'validation.number.otherDigits' };
  if (/^\d+[.,]\d*$/.test(text)) return { fault: 'validation.number.hasDecimals' };
  if (/^\d+\D+\d/.test(text)) return { fault: 'validation.number.severalNumbers' };
  return NOT_DIGITS;
}

const NOT_DIGITS = { fault: 'validation.number.notDigits' } as const;
