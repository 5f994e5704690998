import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { Sentence } from '@/messages/translator';
import { AppError } from '@/platform/errors';

/** zxcvbn's scale: 3 is "more than 10^8 guesses". */
const MIN_SCORE = 3;

let estimator: ZxcvbnFactory | undefined;

/**
 * Refuses a password that is among the common ones or made of what is known about the person
 * (ASVS 5.0, 6.2.4 and 6.2.11). No rules about kinds of characters: length is what counts.
 * @throws AppError invalid-input, with the field `password`
 */
export function requireStrongPassword(password: string, about: readonly string[]): void {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const known = about.flatMap((text) => {
    const parts = text.split(/[\s@._-]+/);
    return [text, parts.join(''), ...parts];
  });
  const { score } = estimator.check(password, [...known, 'medanchor']);
  if (score >= MIN_SCORE) return;
  const detail: Sentence = (t) => t('accounts.passwordRules.easyToGuess');
  throw new AppError('invalid-input', { detail, fields: { password: detail } });
}
