import { afterAll, expect, it } from 'vitest';
import { changesStore, startKillingProxy } from '../../../scripts/drills/kills/killing-proxy';
import { startBreakableProxy } from '../../support/services/breakable-proxy';

const breakable = await startBreakableProxy(process.env['S3_ENDPOINT'] ?? '');
const proxy = await startKillingProxy(breakable.url, changesStore);
process.env['S3_ENDPOINT'] = proxy.url;
// They read the environment.
const { SCENARIOS } = await import('../../../scripts/drills/kills/scenarios');
const { eraseDue } = await import('@/interop/erasure/erase-due');
const { makeExports } = await import('@/interop/exports/make-exports');
const { signal } = new AbortController();

afterAll(async () => {
  await proxy.close();
  await breakable.close();
});

/** Runs work during which the store goes away at one of its writes. @returns whether it did */
async function withoutStore(at: number, moment: 'before' | 'after', work: () => Promise<unknown>) {
  const cuts: Promise<void>[] = [];
  const spring = () => cuts.push(breakable.cut());
  proxy.arm({ at, moment, seen: 0, spring });
  await work();
  proxy.arm({ at: 0, moment, seen: 0, spring });
  if (cuts.length === 0) return false;
  await Promise.all(cuts);
  await breakable.mend();
  return true;
}

it.each([
  ['erasure', 'before', eraseDue],
  ['export', 'after', makeExports],
] as const)(
  '%s: nothing is half done or lost when the store goes away, %s each of its writes',
  async (name, moment, work) => {
    const begun = await SCENARIOS[name]();
    let times = 0;
    for (let at = 1; await withoutStore(at, moment, () => work(signal)); at += 1) {
      times += 1;
      expect(await begun.findWrong()).toEqual([]);
      await begun.letBeDue();
    }
    expect(times).toBeGreaterThan(0);
    await begun.finish();
    expect(await begun.findWrongInTheEnd()).toEqual([]);
  },
  60_000,
);
