import { expect, it } from 'vitest';
import { afterAtLeast, refuseAfterAtLeast } from './after-at-least';

/** A timer may fire a millisecond early. */
const MS = 40;
const LEAST = MS - 1;

/** Begun here: a busy machine may pause between two lines. */
async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; outcome: Promise<T> }> {
  const from = performance.now();
  const outcome = work();
  await outcome.catch(() => undefined);
  return { ms: performance.now() - from, outcome };
}

it('answers no sooner than after the given time', async () => {
  const { ms, outcome } = await timed(() => afterAtLeast(Promise.resolve('done'), MS));
  expect(ms).toBeGreaterThanOrEqual(LEAST);
  expect(await outcome).toBe('done');
});

it('refuses no sooner than that, and does not wait with what succeeds', async () => {
  const { ms, outcome } = await timed(() =>
    refuseAfterAtLeast(Promise.reject(new Error('refused')), MS),
  );
  expect(ms).toBeGreaterThanOrEqual(LEAST);
  await expect(outcome).rejects.toThrow('refused');
  // Longer than this test may take.
  expect(await refuseAfterAtLeast(Promise.resolve('done'), 3_600_000)).toBe('done');
});
