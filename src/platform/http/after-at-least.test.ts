import { expect, it } from 'vitest';
import { afterAtLeast, refuseAfterAtLeast } from './after-at-least';

/** A timer may fire a millisecond early. */
const MS = 40;
const LEAST = MS - 1;

async function duration(work: Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work.catch(() => undefined);
  return performance.now() - from;
}

it('answers no sooner than after the given time', async () => {
  const answer = afterAtLeast(Promise.resolve('done'), MS);
  expect(await duration(answer)).toBeGreaterThanOrEqual(LEAST);
  expect(await answer).toBe('done');
});

it('refuses no sooner than that, and does not wait with what succeeds', async () => {
  const refusal = refuseAfterAtLeast(Promise.reject(new Error('refused')), MS);
  expect(await duration(refusal)).toBeGreaterThanOrEqual(LEAST);
  await expect(refusal).rejects.toThrow('refused');
  // Longer than this test may take.
  expect(await refuseAfterAtLeast(Promise.resolve('done'), 3_600_000)).toBe('done');
});
