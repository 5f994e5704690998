import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { isMadeOf } from './is-made-of';

/** Why a password is refused: among the most used ones, made of what is known about the person, or too few guesses away. */
export type PasswordFault = 'common' | 'personal' | 'easyToGuess';

/** zxcvbn's scale: 3 is "more than 10^8 guesses". */
const MIN_SCORE = 3;

let estimator: ZxcvbnFactory | undefined;

/**
 * Looks for what makes a password easy to guess: the 49,000 most used ones of leaked collections, which come with the
 * library, what is known about the person, rows of keys, repetitions and years (ASVS 5.0, 6.2.4, 6.2.11 and 6.2.12).
 * No rules about kinds of characters: length is what counts. Runs on the server and, loaded late, in the browser;
 * nothing is sent anywhere.
 * @param about words that a stranger would try for this person, see words-about.ts
 * @returns null for a password that may be used
 */
export function findPasswordFault(
  password: string,
  about: readonly string[],
): PasswordFault | null {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const known = about.flatMap((text) => {
    const parts = text.split(/[\s@._-]+/);
    return [text, parts.join(''), ...parts];
  });
  known.push('medanchor');
  if (isMadeOf(password, known)) return 'personal';
  const { score, sequence } = estimator.check(password, known);
  if (score >= MIN_SCORE) return null;
  const sources = sequence.map((part): unknown => part['dictionaryName']);
  if (sources.includes('userInputs')) return 'personal';
  return sources.includes('passwords-common') ? 'common' : 'easyToGuess';
}
