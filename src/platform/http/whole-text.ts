import type { MessageKey } from '@/messages/translator';

/** What a person reads whose text holds the remains of a character that some program lost. */
export const LOST_CHARACTER = 'validation.lostCharacter' satisfies MessageKey;

/**
 * Whether nothing was lost from a text: no U+FFFD, which programs write in place of bytes they cannot read,
 * and no half of a surrogate pair, which UTF-8 cannot carry.
 */
export function isWholeText(text: string): boolean {
  return !/[\p{Cs}\ufffd]/u.test(text);
}
