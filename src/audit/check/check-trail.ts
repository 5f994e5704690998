import { inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { auditHash, type HashedAuditFields } from '@/audit/audit-hash';
import { findTrailKey, isGenuineHead, type TrailHead, type TrailKey } from '@/audit/trail-key';
import { genesisHash } from '@/audit/trail-shards';
import { compareNextDay } from './compare-next-day';

/** Events of one step: some tenths of a second, so that a worker that has to stop need not wait long. */
const STEP = 2_000;

/** The row of the check, locked. */
type LockedCheck = Record<'restartAt', Date | null> &
  Record<'brokenShard' | 'brokenDay', number | null>;

/** Where the chain of a shard is known to be whole. */
interface Place {
  shard: number;
  sequence: bigint;
  hash: Uint8Array;
}

/**
 * One step of the check of the trail: authenticates the heads of all shards, recomputes the hashes of the next events
 * behind a shard's checkpoint and moves the checkpoint; when all shards are whole, compares the events of the next
 * anchored day with its root on the chain. Of several workers one does it at a time. A trail that was found broken
 * stays so until an administrator asks for a new check.
 * @returns whether more is left to check
 */
export async function checkTrail(): Promise<boolean> {
  const step = await checkShards();
  return step === 'whole' ? compareNextDay() : step === 'more';
}

/** `whole`: all shards are whole to their heads; `over`: nothing can be checked now, or the trail is broken. */
async function checkShards(): Promise<'more' | 'whole' | 'over'> {
  return inTransaction(async (tx) => {
    const [check] = await tx.$queryRaw<LockedCheck[]>`
      SELECT restartAt, brokenShard, brokenDay FROM TrailCheck WHERE id = 1
      FOR UPDATE SKIP LOCKED`;
    if (check === undefined) return 'over';
    if (check.restartAt !== null) {
      await restart(tx);
      return 'more';
    }
    if (check.brokenShard !== null || check.brokenDay !== null) return 'over';
    const finishedAt = await databaseNow(tx);
    const key = await findTrailKey(tx);
    const heads = await tx.auditHead.findMany({ orderBy: { shard: 'asc' } });
    // The first events of a new system were written, and their key made, between the two.
    if (key === null && (await findTrailKey(tx)) !== null) return 'more';
    const altered = heads.find((head) => !isKnownHead(key, head));
    if (altered !== undefined) {
      // Without its key nothing of the trail can be believed; else the head does not follow its last event.
      const brokenSequence = key === null ? 1n : altered.sequence + 1n;
      const broken = { brokenShard: altered.shard, brokenSequence };
      await tx.trailCheck.update({ where: { id: 1 }, data: { finishedAt, ...broken } });
      return 'over';
    }
    const next = key === null ? null : await findUnchecked(tx, heads);
    if (key === null || next === null) return 'whole';
    const { head, checkpoint } = next;
    const checked = await checkStep(tx, key, checkpoint, head);
    if (checked.isWhole) {
      const { sequence, hash } = checked;
      const data = { sequence, hash: Uint8Array.from(hash) };
      await tx.trailCheckpoint.update({ where: { shard: head.shard }, data });
      return 'more';
    }
    const broken = { brokenShard: head.shard, brokenSequence: checked.sequence };
    await tx.trailCheck.update({ where: { id: 1 }, data: { finishedAt, ...broken } });
    return 'over';
  });
}

/** A new system makes the key with its first event. */
function isKnownHead(key: TrailKey | null, head: TrailHead & { mac: Uint8Array | null }): boolean {
  return key === null ? head.sequence === 0n : isGenuineHead(key, head);
}

async function restart(tx: Transaction): Promise<void> {
  for (const { shard } of await tx.trailCheckpoint.findMany()) {
    const data = { sequence: 0n, hash: genesisHash(shard) };
    await tx.trailCheckpoint.update({ where: { shard }, data });
  }
  await tx.trailCheck.update({
    where: { id: 1 },
    data: {
      restartAt: null,
      brokenShard: null,
      brokenSequence: null,
      brokenDay: null,
      nextDay: 0,
      nextBlock: 0,
    },
  });
}

/** A shard whose head is not where its checkpoint is. */
async function findUnchecked(
  tx: Transaction,
  heads: readonly TrailHead[],
): Promise<{ head: TrailHead; checkpoint: Place } | null> {
  const checkpoints = new Map((await tx.trailCheckpoint.findMany()).map((one) => [one.shard, one]));
  for (const head of heads) {
    const checkpoint = checkpoints.get(head.shard);
    if (checkpoint !== undefined && checkpoint.sequence !== head.sequence)
      return { head, checkpoint };
  }
  return null;
}

/** @returns the newest event that follows from the checkpoint, or the number of the first that does not */
async function checkStep(
  tx: Transaction,
  key: TrailKey,
  checkpoint: Place,
  head: TrailHead,
): Promise<
  { isWhole: true; sequence: bigint; hash: Uint8Array } | { isWhole: false; sequence: bigint }
> {
  const { shard } = head;
  let { sequence, hash } = checkpoint;
  // Cut off: the head stands before what was there at the last check.
  if (head.sequence < sequence) return { isWhole: false, sequence: head.sequence + 1n };
  const events = await tx.auditEvent.findMany({
    where: { shard, sequence: { gt: sequence, lte: head.sequence } },
    orderBy: { sequence: 'asc' },
    take: STEP,
  });
  for (const event of events) {
    const isKeyed = event.sequence >= head.keyedFrom;
    const expected = hashOf(hash, event, isKeyed ? key.event : null);
    if (event.sequence !== sequence + 1n || !isSame(expected, event.hash)) {
      return { isWhole: false, sequence: sequence + 1n };
    }
    sequence = event.sequence;
    hash = event.hash;
  }
  if (events.length === STEP) return { isWhole: true, sequence, hash };
  const reachesHead = sequence === head.sequence && isSame(hash, head.hash);
  return reachesHead
    ? { isWhole: true, sequence, hash }
    : { isWhole: false, sequence: sequence + 1n };
}

/** Null for an event whose details are no object: none of ours. */
function hashOf(
  previousHash: Uint8Array,
  event: Omit<HashedAuditFields, 'details'> & { details: unknown },
  key: Uint8Array | null,
): Uint8Array | null {
  const { details } = event;
  if (details === null || typeof details !== 'object' || Array.isArray(details)) return null;
  return auditHash(previousHash, { ...event, details: { ...details } }, key);
}

function isSame(expected: Uint8Array | null, found: Uint8Array): boolean {
  return expected !== null && Buffer.compare(expected, found) === 0;
}
