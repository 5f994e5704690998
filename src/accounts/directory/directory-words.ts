import { nameKey } from '@/accounts/people/name-key';

/** Longer words are compared by their beginning. */
const LENGTH = 40;

/**
 * The folded words of a text, as nameKey folds names: a directory finds a doctor by the beginning of any of them.
 * @returns none twice
 */
export function directoryWords(text: string): string[] {
  const words = text.split(/[\s.,'’-]+/).map((word) => nameKey(word).slice(0, LENGTH));
  return [...new Set(words.filter((word) => word !== ''))];
}
