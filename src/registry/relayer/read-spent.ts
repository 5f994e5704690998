import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS } from '@/platform/time/durations';

/**
 * What the relayer has paid or may still pay for a patient within the last 24 hours, in wei. What failed without
 * being mined cost nothing.
 * @param withWaiting whether calls that were not sent yet count by their reservation
 */
export async function readSpent(patientId: string, withWaiting: boolean): Promise<bigint> {
  const now = await databaseNow();
  const calls = await database().relayedCall.findMany({
    where: {
      patientId,
      createdAt: { gt: new Date(now.getTime() - DAY_MS) },
      ...(withWaiting ? {} : { state: { not: 'WAITING' } }),
    },
    select: { state: true, reservedWei: true, feeWei: true },
  });
  return calls.reduce(
    (sum, { state, reservedWei, feeWei }) =>
      sum + (feeWei ?? (state === 'FAILED' ? 0n : reservedWei)),
    0n,
  );
}
