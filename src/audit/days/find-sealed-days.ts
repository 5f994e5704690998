import { Prisma } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';

/** When the day of an event came to the chain. */
export type SealedDays = ReadonlyMap<bigint, Date>;

/** Of some events those whose day is on the chain, by their id. */
export async function findSealedDays(ids: readonly bigint[]): Promise<SealedDays> {
  if (ids.length === 0) return new Map();
  // The ends of a shard only grow: the first one at or behind the event is that of its day.
  const rows = await database().$queryRaw<{ id: bigint; anchoredAt: Date }[]>`
    SELECT e.id, d.anchoredAt FROM AuditEvent e
    JOIN TrailDay d ON d.day = (
      SELECT s.day FROM TrailDayShard s
      WHERE s.shard = e.shard AND s.sequence >= e.sequence ORDER BY s.sequence, s.day LIMIT 1
    )
    WHERE e.id IN (${Prisma.join(ids)}) AND d.state = 'ANCHORED' AND d.anchoredAt IS NOT NULL`;
  return new Map(rows.map(({ id, anchoredAt }) => [id, anchoredAt]));
}
