import { afterAll, expect, it } from 'vitest';
import { killInScenario } from '../../../scripts/drills/kills/kill-in-scenario';
import { startWorkerKiller } from '../../../scripts/drills/kills/kill-workers';

const killer = await startWorkerKiller();
afterAll(() => killer.close());

/** At every effect: `npm run drill:kills`. */
it.each([
  ['re-wrapping', 2, 'after'],
  ['export', 2, 'before'],
  ['erasure', 5, 'after'],
] as const)(
  'loses and doubles nothing when its worker is killed in %s, at effect %i, %s it',
  async (name, at, moment) => {
    expect(await killInScenario(killer, name, at, moment)).toEqual({ killed: true, wrong: [] });
  },
  90_000,
);
