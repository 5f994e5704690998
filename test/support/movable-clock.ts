import { vi } from 'vitest';
import type * as Clock from '@/platform/database/database-now';

let offset = 0;

/**
 * The database's clock, which a test may move: it cannot be turned on the server. A test file uses it by
 * `vi.mock('@/platform/database/database-now', () => import('…/support/movable-clock'))`.
 */
export const databaseNow: typeof Clock.databaseNow = async (tx) => {
  const actual = await vi.importActual<typeof Clock>('@/platform/database/database-now');
  return new Date((await actual.databaseNow(tx)).getTime() + offset);
};

/** From now on the clock is ahead of the true one by so many milliseconds. */
export function moveClock(milliseconds: number): void {
  offset = milliseconds;
}
