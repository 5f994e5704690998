import { afterAll, expect, it } from 'vitest';
import {
  changesStore,
  commits,
  startKillingProxy,
} from '../../../scripts/drills/kills/killing-proxy';
import { behindProxy } from '../../support/services/behind-proxy';

/** Leads the application to a service that can go away at one of its effects. */
async function losable(name: 'DATABASE_URL' | 'S3_ENDPOINT', isEffect: (bytes: Buffer) => boolean) {
  const way = await behindProxy(name);
  const counter = await startKillingProxy(process.env[name] ?? '', isEffect);
  process.env[name] = counter.url;
  return { way, counter };
}

const services = {
  database: await losable('DATABASE_URL', commits),
  store: await losable('S3_ENDPOINT', changesStore),
};
// They read the environment.
const { SCENARIOS } = await import('../../../scripts/drills/kills/scenarios');
const { eraseDue } = await import('@/interop/erasure/erase-due');
const { makeExports } = await import('@/interop/exports/make-exports');
const { runDueJobs } = await import('@/jobs/run-due-jobs');
const { jobHandlers } = await import('../../../src/worker/job-handlers');
const { signal } = new AbortController();

afterAll(async () => {
  for (const { counter } of Object.values(services)) await counter.close();
});

const WORK = {
  erasure: () => eraseDue(signal),
  export: () => makeExports(signal),
  're-wrapping': () => runDueJobs(jobHandlers),
};

/**
 * Runs work during which a service goes away at one of its effects. The store stays away until the work ends; the
 * database is restarted, because each wait for a connection would take eight seconds.
 * @returns whether it went away
 */
async function withoutService(
  name: keyof typeof services,
  at: number,
  moment: 'before' | 'after',
  work: () => Promise<unknown>,
): Promise<boolean> {
  const { way, counter } = services[name];
  const outages: Promise<void>[] = [];
  const spring = () => {
    const cut = way.cut();
    outages.push(name === 'database' ? cut.then(way.mend) : cut);
  };
  counter.arm({ at, moment, seen: 0, spring });
  // Who cannot even note that they failed throw; the worker's loop calls them again later.
  const [{ status }] = await Promise.allSettled([work()]);
  counter.arm({ at: 0, moment, seen: 0, spring });
  await Promise.all(outages);
  if (outages.length === 0) expect(status).toBe('fulfilled');
  else if (name === 'store') await way.mend();
  return outages.length > 0;
}

it.each([
  ['erasure', 'database', 'before'],
  ['erasure', 'database', 'after'],
  ['erasure', 'store', 'before'],
  ['export', 'database', 'before'],
  ['export', 'store', 'after'],
  ['re-wrapping', 'database', 'after'],
] as const)(
  '%s: nothing is half done or lost when the %s goes away, %s each of its effects',
  async (name, service, moment) => {
    const begun = await SCENARIOS[name]();
    let times = 0;
    for (let at = 1; await withoutService(service, at, moment, WORK[name]); at += 1) {
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
