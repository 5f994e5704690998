import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import type { AuditEntry } from './audit-entry';
import { auditHash } from './audit-hash';

/**
 * Appends events to one shard of the trail in one statement. Locks the shard's head until the commit.
 * @param shard 0 to TRAIL_SHARDS − 1
 */
export async function appendToShard(
  tx: Transaction,
  shard: number,
  entries: readonly AuditEntry[],
): Promise<void> {
  const at = await databaseNow(tx);
  const [head] = await tx.$queryRaw<{ sequence: bigint | number; hash: Uint8Array }[]>`
    SELECT sequence, hash FROM AuditHead WHERE shard = ${shard} FOR UPDATE`;
  if (head === undefined) throw new Error(`Shard ${shard} of the audit trail has no head`);
  let sequence = BigInt(head.sequence);
  let hash = Uint8Array.from(head.hash);
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
    hash = auditHash(previousHash, event);
    return { ...event, shard, previousHash, hash };
  });
  await tx.auditEvent.createMany({ data: events });
  // `update` would read the row before and after: the head is held for no longer than one statement.
  await tx.auditHead.updateMany({ where: { shard }, data: { sequence, hash } });
}
