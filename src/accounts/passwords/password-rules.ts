import type { Sentence } from '@/messages/translator';
import { AppError } from '@/platform/errors';
import { findPasswordFault } from './password-fault';

/**
 * Refuses a password that is easy to guess, with the reason.
 * @param about words that a stranger would try for this person, see words-about.ts
 * @throws AppError invalid-input, with the field `password`
 */
export function requireStrongPassword(password: string, about: readonly string[]): void {
  const fault = findPasswordFault(password, about);
  if (fault === null) return;
  const detail: Sentence = (t) => t(`accounts.passwordRules.${fault}`);
  throw new AppError('invalid-input', { detail, fields: { password: detail } });
}
