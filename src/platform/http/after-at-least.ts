import { setTimeout } from 'node:timers/promises';
import { env } from '@/platform/env';

/**
 * Answers no sooner than after a fixed time, so that the time does not reveal whether an e-mail address has an
 * account (ASVS 5.0, 6.3.8).
 * @param ms longer than the work takes on either path
 */
export async function afterAtLeast<T>(work: Promise<T>, ms = env().MIN_ANSWER_MS): Promise<T> {
  const [result] = await Promise.all([work, setTimeout(ms)]);
  return result;
}

/** Like afterAtLeast for refusals alone: a successful call need not wait. */
export async function refuseAfterAtLeast<T>(
  work: Promise<T>,
  ms = env().MIN_ANSWER_MS,
): Promise<T> {
  const soonest = setTimeout(ms, undefined, { ref: false });
  try {
    return await work;
  } catch (error) {
    await soonest;
    throw error;
  }
}
