import { Prisma, type AuditEvent } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import type { AuditEntry } from './audit-entry';
import { auditHash } from './audit-hash';
import { headMac, isGenuineHead, trailKey, type TrailHead } from './trail-key';

/** The last event of a shard, whose row a transaction locks to append the next. */
type LockedHead = TrailHead & { mac: Uint8Array | null };

/**
 * Appends events to one shard of the trail in one statement. Locks the shard's head until the commit.
 * @param shards from which the first is taken whose head no other transaction holds: 0 to TRAIL_SHARDS − 1. With one
 *   alone, or when all are held, it waits.
 */
export async function appendToShard(
  tx: Transaction,
  shards: readonly [number, ...number[]],
  entries: readonly AuditEntry[],
): Promise<void> {
  const at = await databaseNow(tx);
  const key = await trailKey(tx);
  const head =
    (shards.length > 1 ? await lockHead(tx, shards, Prisma.sql`SKIP LOCKED`) : undefined) ??
    (await lockHead(tx, [shards[0]], Prisma.empty));
  if (head === undefined) throw new Error(`Shard ${shards[0]} of the audit trail has no head`);
  const { shard } = head;
  let { sequence, hash } = head;
  const events = entries.map((entry) => {
    sequence += 1n;
    const event = {
      sequence,
      at,
      action: entry.action,
      actorKind: entry.actorKind,
      actorId: entry.actorId,
      reportId: entry.reportId ?? null,
      subjectId: entry.subjectId ?? null,
      details: entry.details ?? {},
    };
    const previousHash = hash;
    hash = auditHash(previousHash, event, key.event);
    return { ...event, shard, previousHash, hash };
  });
  // By hand, as nearly every transaction ends so: Prisma's own statements take twice as much of the processor.
  await tx.$executeRaw`
    INSERT INTO AuditEvent (shard, sequence, at, action, actorKind, actorId, reportId, subjectId,
      details, previousHash, hash)
    VALUES ${Prisma.join(events.map(toValues))}`;
  // What follows an altered head is appended, but the check goes on to find the shard broken.
  const mac = isGenuineHead(key, head) ? headMac(key, { ...head, sequence, hash }) : null;
  await tx.$executeRaw`
    UPDATE AuditHead SET sequence = ${sequence}, hash = ${hash}, mac = ${mac} WHERE shard = ${shard}`;
}

type NewEvent = Omit<AuditEvent, 'id' | 'details'> & { details: object };

function toValues(event: NewEvent): Prisma.Sql {
  const { shard, sequence, at, action, actorKind, actorId, reportId, subjectId } = event;
  const { details, previousHash, hash } = event;
  return Prisma.sql`(${shard}, ${sequence}, ${at}, ${action}, ${actorKind}, ${actorId}, ${reportId},
    ${subjectId}, ${JSON.stringify(details)}, ${previousHash}, ${hash})`;
}

async function lockHead(
  tx: Transaction,
  shards: readonly number[],
  ifHeld: Prisma.Sql,
): Promise<LockedHead | undefined> {
  type Row = Record<'shard' | 'sequence' | 'keyedFrom', bigint | number> &
    Record<'hash', Uint8Array> & { mac: Uint8Array | null };
  const [head] = await tx.$queryRaw<Row[]>`
    SELECT shard, sequence, hash, keyedFrom, mac FROM AuditHead
    WHERE shard IN (${Prisma.join(shards)}) LIMIT 1 FOR UPDATE ${ifHeld}`;
  if (head === undefined) return undefined;
  return {
    shard: Number(head.shard),
    sequence: BigInt(head.sequence),
    keyedFrom: BigInt(head.keyedFrom),
    hash: Uint8Array.from(head.hash),
    mac: head.mac,
  };
}
