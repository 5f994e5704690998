import { hexlify, ZeroHash } from 'ethers';
import { findTrailKey, type TrailKey } from '@/audit/trail-key';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isChainAway } from '@/platform/errors';
import { isGenuineDay } from '@/audit/days/day-mac';
import { dayRanges, readEvents } from '@/audit/days/day-ranges';
import { eventLeaf } from '@/audit/days/event-leaf';
import { blocksOf } from '@/audit/days/make-receipt';
import { BLOCK, leafHash, treeHash } from '@/audit/days/merkle-tree';
import { readDayRoot } from '@/audit/days/read-day-root';

/** Blocks of one step: some tenths of a second. */
const STEP_BLOCKS = 32;

/** Where the comparison stands. */
interface Place {
  nextDay: number;
  nextBlock: number;
}

/** The same, as the database gives it. */
type LockedPlace = Record<keyof Place, number | bigint> & { restartAt: Date | null };

/** A day and the root that the chain has for it, 0x-hex. */
interface Anchored {
  day: number;
  root: string;
}

/**
 * Compares some blocks of the events of the next day with the root that the chain has for it: finds also what was
 * rewritten by somebody who has the trail's key. Where all anchored days are compared, the check is finished.
 * @returns whether more is left to compare
 */
export async function compareNextDay(): Promise<boolean> {
  const place = await database().trailCheck.findUniqueOrThrow({ where: { id: 1 } });
  // Before the transaction: the node may take long.
  const anchored = await readAnchored(place.nextDay);
  return inTransaction(async (tx) => {
    const [check] = await tx.$queryRaw<LockedPlace[]>`
      SELECT restartAt, nextDay, nextBlock FROM TrailCheck WHERE id = 1 FOR UPDATE SKIP LOCKED`;
    if (check === undefined) return false;
    const { nextDay, nextBlock } = place;
    const isMoved = Number(check.nextDay) !== nextDay || Number(check.nextBlock) !== nextBlock;
    if (check.restartAt !== null || isMoved) return true;
    if (anchored === null) {
      const finishedAt = await databaseNow(tx);
      await tx.trailCheck.update({ where: { id: 1 }, data: { finishedAt } });
      return false;
    }
    const progress = await compareBlocks(tx, place, anchored);
    if (progress === null) {
      const data = { finishedAt: await databaseNow(tx), brokenDay: anchored.day };
      await tx.trailCheck.update({ where: { id: 1 }, data });
      return false;
    }
    await tx.trailCheck.update({ where: { id: 1 }, data: progress });
    return true;
  });
}

/** The next day that is on the chain; null when there is none, or the chain cannot be asked now. */
async function readAnchored(nextDay: number): Promise<Anchored | null> {
  const next = await database().trailDay.findFirst({
    where: { day: { gte: nextDay } },
    orderBy: { day: 'asc' },
    select: { day: true, state: true },
  });
  if (next === null || next.state === 'SEALED' || next.state === 'SENT') return null;
  try {
    const root = await readDayRoot(next.day);
    // Zeros: a reorganisation took it back, and it is sent again.
    return root === null || root === ZeroHash ? null : { day: next.day, root };
  } catch (error) {
    if (isChainAway(error)) return null;
    throw error;
  }
}

/** @returns where to go on; null when the day is not what was anchored */
async function compareBlocks(
  tx: Transaction,
  { nextDay, nextBlock }: Place,
  { day, root }: Anchored,
): Promise<Place | null> {
  const key = await findTrailKey(tx);
  const sealed = await tx.trailDay.findUnique({ where: { day }, include: { shards: true } });
  if (key === null || sealed === null) return null;
  const blocks = blocksOf(sealed);
  const isAnchored =
    isGenuineDay(key, sealed) &&
    hexlify(sealed.root) === root &&
    blocks.length > 0 &&
    hexlify(treeHash(blocks)) === root;
  const first = day === nextDay ? nextBlock : 0;
  if (!isAnchored || !(await areSame(tx, key, sealed, blocks, first))) return null;
  return first + STEP_BLOCKS >= blocks.length
    ? { nextDay: day + 1, nextBlock: 0 }
    : { nextDay: day, nextBlock: first + STEP_BLOCKS };
}

async function areSame(
  tx: Transaction,
  key: TrailKey,
  { day, size }: { day: number; size: number },
  blocks: readonly Uint8Array[],
  first: number,
): Promise<boolean> {
  const ranges = await dayRanges(tx, day);
  const held = ranges.reduce((sum, { after, upTo }) => sum + Number(upTo - after), 0);
  if (held !== size) return false;
  const from = first * BLOCK;
  const events = await readEvents(tx, ranges, from, Math.min(from + STEP_BLOCKS * BLOCK, size));
  if (events === null) return false;
  const leaves = events.map((event) => leafHash(eventLeaf(key, event)));
  return blocks.slice(first, first + STEP_BLOCKS).every((block, index) => {
    const own = leaves.slice(index * BLOCK, (index + 1) * BLOCK);
    return own.length > 0 && Buffer.compare(treeHash(own), block) === 0;
  });
}
