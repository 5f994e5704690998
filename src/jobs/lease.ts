import { databaseNow } from '@/platform/database/database-now';
import { MINUTE_MS, SECOND_MS } from '@/platform/time/durations';

/** A worker that dies keeps what it claimed for this long; then another worker takes it over. */
export const LEASE_MS = 2 * MINUTE_MS;
const RENEW_MS = 30 * SECOND_MS;

/** When a lease that begins now ends, unless it is renewed. */
function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}

/** Condition of rows that no worker holds at a time. */
export function isUnclaimed(now: Date) {
  return { OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }] };
}

/**
 * Claims a row. One statement decides: of two workers, on whatever servers of a cluster, one finds it already claimed.
 * @param claim Updates the row where it is free, with the end of the lease.
 * @returns whether this worker holds it now
 */
export async function takeLease(
  claim: (
    free: ReturnType<typeof isUnclaimed>,
    claimedUntil: Date,
    now: Date,
  ) => Promise<{ count: number }>,
): Promise<boolean> {
  const now = await databaseNow();
  const { count } = await claim(isUnclaimed(now), leaseEnd(now), now);
  return count === 1;
}

/**
 * Does work that was claimed, and renews its lease until it ends.
 * @param renew Writes the new end of the lease, if this worker still holds it.
 */
export async function withLease<T>(
  renew: (claimedUntil: Date) => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  const renewal = setInterval(() => {
    const renewed = databaseNow().then((now) => renew(leaseEnd(now)));
    // The next renewal tries again; without one the lease runs out, as it should.
    void renewed.catch(() => undefined);
  }, RENEW_MS);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
  }
}
