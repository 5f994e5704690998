import type { AuditEvent } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';

/** The events of one shard that belong to a day. */
export interface DayRange {
  shard: number;
  /** The last event before them. */
  after: bigint;
  /** The last of them. */
  upTo: bigint;
  /** Place of the first of them among the leaves of the day. */
  firstIndex: number;
}

/** The ends of the last sealed day before another one, by shard. */
export async function endsBefore(tx: Transaction, day: number): Promise<Map<number, bigint>> {
  const before = await tx.trailDay.findFirst({
    where: { day: { lt: day } },
    orderBy: { day: 'desc' },
    select: { shards: true },
  });
  return new Map((before?.shards ?? []).map(({ shard, sequence }) => [shard, sequence]));
}

/** The events of a sealed day, shard by shard in the order of the leaves. */
export async function dayRanges(tx: Transaction, day: number): Promise<DayRange[]> {
  const before = await endsBefore(tx, day);
  const ends = await tx.trailDayShard.findMany({ where: { day }, orderBy: { shard: 'asc' } });
  let firstIndex = 0;
  return ends.map(({ shard, sequence: upTo }) => {
    const after = before.get(shard) ?? 0n;
    const range = { shard, after, upTo, firstIndex };
    firstIndex += Number(upTo - after);
    return range;
  });
}

/**
 * The events behind some leaves of a day, in their order.
 * @param from place of the first leaf
 * @param to place after the last one
 * @returns null when one of them is missing, or there are others between them
 */
export async function readEvents(
  tx: Transaction,
  ranges: readonly DayRange[],
  from: number,
  to: number,
): Promise<AuditEvent[] | null> {
  const parts = ranges.flatMap(({ shard, after, upTo, firstIndex }) => {
    const first = Math.max(from - firstIndex, 0);
    const end = Math.min(to - firstIndex, Number(upTo - after));
    if (first >= end) return [];
    return [{ shard, sequence: { gt: after + BigInt(first), lte: after + BigInt(end) } }];
  });
  const events = await tx.auditEvent.findMany({
    where: { OR: parts },
    orderBy: [{ shard: 'asc' }, { sequence: 'asc' }],
  });
  // Shard and sequence are unique: as many as there are places are those that were sealed.
  return events.length === to - from ? events : null;
}
