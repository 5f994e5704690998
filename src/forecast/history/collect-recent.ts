import { env } from '@/platform/env';
import { collectHours, lastHours } from './collect-hours';
import { simulateFees } from './simulate-fees';

/** A worker that was away for two days catches up by itself; older gaps are for the back-fill. */
const CATCH_UP_HOURS = 48;

/**
 * Adds the hours that have passed since the last time, from the chain or, in a demo, from the simulation.
 * @returns how many were added.
 * @throws AppError chain-unavailable
 */
export async function collectRecent(chainId: number, now: Date): Promise<number> {
  return env().FEE_SOURCE === 'simulated'
    ? simulateFees(chainId, now)
    : collectHours(chainId, lastHours(now, CATCH_UP_HOURS));
}
