import type { AuditEvent } from '@/generated/prisma/client';
import { auditHash } from '@/audit/audit-hash';
import { findTrailKey, headMac } from '@/audit/trail-key';
import { genesisHash } from '@/audit/trail-shards';
import { dayOf, startOfDay } from '@/audit/days/trail-days';
import { database, inTransaction } from '@/platform/database/database';

/**
 * Rewrites the trail as somebody can who has its key: every hash, head and checkpoint follows.
 * @param change what becomes of the events of a shard, in their order
 * @param shards all by default
 */
export async function rewriteTrail(
  change: (events: AuditEvent[]) => AuditEvent[],
  shards?: readonly number[],
): Promise<void> {
  await inTransaction(async (tx) => {
    const key = await findTrailKey(tx);
    if (key === null) throw new Error('The trail has no key');
    const heads = await tx.auditHead.findMany({
      where: shards ? { shard: { in: [...shards] } } : { sequence: { gt: 0n } },
    });
    for (const head of heads) {
      const { shard } = head;
      const events = await tx.auditEvent.findMany({
        where: { shard },
        orderBy: { sequence: 'asc' },
      });
      let hash = genesisHash(shard);
      const rewritten = change(events).map((event, index) => {
        const previousHash = hash;
        const sequence = BigInt(index + 1);
        const fields = { ...event, sequence, details: { ...(event.details as object) } };
        hash = auditHash(previousHash, fields, sequence >= head.keyedFrom ? key.event : null);
        return { ...fields, previousHash, hash };
      });
      await tx.auditEvent.deleteMany({ where: { shard } });
      await tx.auditEvent.createMany({ data: rewritten });
      const end = { sequence: BigInt(rewritten.length), hash };
      const mac = headMac(key, { ...head, ...end });
      await tx.auditHead.update({ where: { shard }, data: { ...end, mac } });
      await tx.trailCheckpoint.update({ where: { shard }, data: end });
    }
  });
}

/**
 * Lets all events that no day holds have happened on one day of the past.
 * @param day days since 1970, later than every sealed one
 */
export async function backdateTrail(day: number): Promise<void> {
  const sealed = await database().trailDayShard.findMany({ orderBy: { day: 'asc' } });
  const ends = new Map(sealed.map(({ shard, sequence }) => [shard, sequence]));
  await rewriteTrail((events) =>
    events.map((event) => {
      if (event.sequence <= (ends.get(event.shard) ?? 0n)) return event;
      const time = event.at.getTime() - startOfDay(dayOf(event.at)).getTime();
      return { ...event, at: new Date(startOfDay(day).getTime() + time) };
    }),
  );
}
