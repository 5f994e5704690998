import type { AuditEvent, TrailDay } from '@/generated/prisma/client';
import { findTrailKey } from '@/audit/trail-key';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { env } from '@/platform/env';
import { AppError } from '@/platform/errors';
import { dayRanges, readEvents } from './day-ranges';
import { eventLeaf } from './event-leaf';
import { BLOCK, leafHash, pathOf } from './merkle-tree';
import type { TrailReceipt } from './receipt-schema';
import { rootByPath } from './root-by-path';
import { dateOfDay } from './trail-days';

/**
 * The receipt for an event whose day is anchored. Only the events of its block are read: the rest of the path is made
 * from the hashes that were kept.
 * @throws AppError not-found while its day is not anchored; event-altered when it, or one beside it, is not what was
 *   sealed
 */
export async function makeReceipt(event: AuditEvent): Promise<TrailReceipt> {
  return inTransaction(async (tx) => {
    const day = await findDay(tx, event);
    if (day?.state !== 'ANCHORED') throw new AppError('not-found');
    const key = await findTrailKey(tx);
    if (key === null) throw new AppError('event-altered');
    const ranges = await dayRanges(tx, day.day);
    const range = ranges.find(({ shard }) => shard === event.shard);
    const index = (range?.firstIndex ?? 0) + Number(event.sequence - (range?.after ?? 0n)) - 1;
    const block = Math.floor(index / BLOCK);
    const to = Math.min((block + 1) * BLOCK, day.size);
    const events = await readEvents(tx, ranges, block * BLOCK, to);
    if (events === null) throw new AppError('event-altered');
    const leaves = events.map((one) => leafHash(eventLeaf(key, one)));
    const blocks = blocksOf(day);
    const path = [...pathOf(index % BLOCK, leaves), ...pathOf(block, blocks)];
    const leaf = leaves[index % BLOCK];
    const reached = leaf && (await rootByPath(leaf, index, day.size, path));
    if (!reached || Buffer.compare(reached, day.root) !== 0) throw new AppError('event-altered');
    return {
      kind: 'medanchor-trail-receipt',
      version: 1,
      leaf: eventLeaf(key, event),
      date: dateOfDay(day.day),
      day: day.day,
      index,
      size: day.size,
      path: path.map(toHex),
      root: toHex(day.root),
      chain: {
        id: env().CHAIN_ID,
        name: env().CHAIN_NAME,
        contract: env().TRAIL_ANCHOR_ADDRESS ?? '',
        transaction: day.transactionHash,
      },
    };
  });
}

/** The hashes of a day's blocks. */
export function blocksOf({ blocks }: Pick<TrailDay, 'blocks'>): Uint8Array<ArrayBuffer>[] {
  return Array.from({ length: blocks.length / 32 }, (_, index) =>
    Uint8Array.from(blocks.subarray(index * 32, (index + 1) * 32)),
  );
}

/** The day that holds an event; null while it was not sealed. */
async function findDay(tx: Transaction, event: AuditEvent): Promise<TrailDay | null> {
  const end = await tx.trailDayShard.findFirst({
    where: { shard: event.shard, sequence: { gte: event.sequence } },
    orderBy: { day: 'asc' },
    include: { trailDay: true },
  });
  return end?.trailDay ?? null;
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
