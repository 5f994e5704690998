import { expect } from 'vitest';
import { t } from './english';
import type { Translate } from '@/messages/translator';

/**
 * Matches a sentence that is made later, as AppError's fields are, by the text that a reader gets.
 * @param text the expected text, itself from the catalogue
 */
export function sentenceOf(text: (t: Translate) => string): unknown {
  return expect.toSatisfy((sentence: (t: Translate) => string) => sentence(t) === text(t));
}
