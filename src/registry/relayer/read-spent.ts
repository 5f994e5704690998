import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS } from '@/platform/time/durations';

/**
 * What the relayer has paid for a patient within the last 24 hours or may still pay, in wei. What failed without
 * being mined cost nothing.
 * @param withWaiting whether calls that were not sent yet count by their reservation, however long they have waited
 */
export async function readSpent(patientId: string, withWaiting: boolean): Promise<bigint> {
  const now = await databaseNow();
  const calls = await database().relayedCall.findMany({
    where: {
      patientId,
      OR: [
        // A call may have waited for days: it counts for the day on which it was sent.
        { signedAt: { gt: new Date(now.getTime() - DAY_MS) } },
        ...(withWaiting ? [{ state: 'WAITING' as const }] : []),
      ],
    },
    select: { state: true, reservedWei: true, feeWei: true },
  });
  return calls.reduce(
    (sum, { state, reservedWei, feeWei }) =>
      sum + (feeWei ?? (state === 'FAILED' ? 0n : reservedWei)),
    0n,
  );
}
