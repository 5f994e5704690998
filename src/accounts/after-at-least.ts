import { setTimeout } from 'node:timers/promises';

/** Longer than the work takes on either path. */
const MIN_ANSWER_MS = 500;

/**
 * Answers no sooner than after a fixed time, so that the time does not tell whether an e-mail address has an
 * account (ASVS 5.0, 6.3.8).
 */
export async function afterAtLeast<T>(work: Promise<T>): Promise<T> {
  const [result] = await Promise.all([work, setTimeout(MIN_ANSWER_MS)]);
  return result;
}
