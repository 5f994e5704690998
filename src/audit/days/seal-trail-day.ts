import type { AuditEvent } from '@/generated/prisma/client';
import { findTrailKey, type TrailKey } from '@/audit/trail-key';
import { TRAIL_SHARDS } from '@/audit/trail-shards';
import { database, inTransaction, isUniqueViolation } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { log } from '@/platform/logger';
import { MINUTE_MS } from '@/platform/time/durations';
import { dayMac } from './day-mac';
import { endsBefore } from './day-ranges';
import { eventLeaf } from './event-leaf';
import { BlockBuilder, leafHash, treeHash } from './merkle-tree';
import { dateOfDay, dayOf, startOfDay } from './trail-days';

/** After midnight, so that what was begun before it has mostly committed. What commits later is of the next day. */
const MARGIN_MS = 10 * MINUTE_MS;

/** Events that are read at once. */
const PAGE = 200;

/**
 * Builds the tree of the oldest day that is over and was not sealed, and keeps what paths are made from. A day holds
 * the events of each shard behind those of the day before, up to the first one that is later than the day: whatever
 * commits late, each event is in exactly one day. A day without events is left out.
 * @param now by the database's clock
 * @returns whether a day was sealed, so that another may be due
 * @throws Error when an event is missing: the check of the trail finds which
 */
export async function sealTrailDay(now?: Date): Promise<boolean> {
  const over = dayOf(new Date((now ?? (await databaseNow())).getTime() - MARGIN_MS));
  const latest = await database().trailDay.findFirst({ orderBy: { day: 'desc' } });
  const before = await endsBefore(database(), (latest?.day ?? -1) + 1);
  const oldest = await oldestUnsealed(before);
  if (oldest === null) return false;
  const day = Math.max(dayOf(oldest), (latest?.day ?? -1) + 1);
  if (day >= over) return false;
  const key = await inTransaction((tx) => findTrailKey(tx));
  if (key === null) throw new Error('The key of the audit trail is gone');

  const tree = new BlockBuilder();
  const shards: { shard: number; sequence: bigint }[] = [];
  for (let shard = 0; shard < TRAIL_SHARDS; shard += 1) {
    const sequence = await addShard(tree, key, shard, before.get(shard) ?? 0n, day);
    shards.push({ shard, sequence });
  }
  if (tree.size === 0) return false;
  await keep(key, day, tree, shards);
  return true;
}

/** When the oldest event happened that no day holds. */
async function oldestUnsealed(before: ReadonlyMap<number, bigint>): Promise<Date | null> {
  const next = Array.from({ length: TRAIL_SHARDS }, (_, shard) => ({
    shard,
    sequence: (before.get(shard) ?? 0n) + 1n,
  }));
  const firsts = await database().auditEvent.findMany({
    where: { OR: next },
    select: { at: true },
  });
  return firsts.reduce<Date | null>(
    (oldest, { at }) => (oldest === null || at < oldest ? at : oldest),
    null,
  );
}

/** Adds the day's events of one shard. @returns the last of them */
async function addShard(
  tree: BlockBuilder,
  key: TrailKey,
  shard: number,
  after: bigint,
  day: number,
): Promise<bigint> {
  const end = startOfDay(day + 1);
  let sequence = after;
  for (;;) {
    const events: AuditEvent[] = await database().auditEvent.findMany({
      where: { shard, sequence: { gt: sequence } },
      orderBy: { sequence: 'asc' },
      take: PAGE,
    });
    for (const event of events) {
      if (event.at >= end) return sequence;
      if (event.sequence !== sequence + 1n) {
        throw new Error(`Event ${sequence + 1n} of shard ${shard} of the audit trail is missing`);
      }
      tree.add(leafHash(eventLeaf(key, event)));
      sequence = event.sequence;
    }
    if (events.length < PAGE) return sequence;
  }
}

async function keep(
  key: TrailKey,
  day: number,
  tree: BlockBuilder,
  shards: { shard: number; sequence: bigint }[],
): Promise<void> {
  const hashes = tree.blocks();
  const root = treeHash(hashes);
  const blocks = Uint8Array.from(Buffer.concat(hashes));
  const { size } = tree;
  const mac = dayMac(key, { day, root, size, blocks, shards });
  try {
    await inTransaction(async (tx) => {
      const sealedAt = await databaseNow(tx);
      await tx.trailDay.create({ data: { day, root, size, blocks, sealedAt, mac } });
      await tx.trailDayShard.createMany({ data: shards.map((end) => ({ day, ...end })) });
    });
    log().info({ day: dateOfDay(day), size }, 'day of the audit trail sealed');
  } catch (error) {
    // Another worker was faster.
    if (!isUniqueViolation(error)) throw error;
  }
}
