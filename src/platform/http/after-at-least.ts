import { setTimeout } from 'node:timers/promises';

/** Longer than the work takes on either path. */
const MIN_ANSWER_MS = 500;

/**
 * Answers no sooner than after a fixed time, so that the time does not reveal whether an e-mail address has an
 * account (ASVS 5.0, 6.3.8).
 */
export async function afterAtLeast<T>(work: Promise<T>): Promise<T> {
  const [result] = await Promise.all([work, setTimeout(MIN_ANSWER_MS)]);
  return result;
}

/** Like afterAtLeast for refusals alone: a successful call need not wait. */
export async function refuseAfterAtLeast<T>(work: Promise<T>): Promise<T> {
  const soonest = setTimeout(MIN_ANSWER_MS, undefined, { ref: false });
  try {
    return await work;
  } catch (error) {
    await soonest;
    throw error;
  }
}
