/** Fills an empty trail with a past day's events, spread over all shards; started by bench-trail.ts: EVENTS. */
import { appendToShard } from '@/audit/append-to-shard';
import { auditHash } from '@/audit/audit-hash';
import { findTrailKey, headMac } from '@/audit/trail-key';
import { genesisHash, TRAIL_SHARDS } from '@/audit/trail-shards';
import { database, inTransaction } from '@/platform/database/database';
import { DAY_MS } from '@/platform/time/durations';

const PER_SHARD = Math.ceil(Number(process.argv[2]) / TRAIL_SHARDS);
const AT = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS - 2 * DAY_MS);
const PAGE = 500;

// The first event makes the trail's key; it is replaced below.
const entry = { action: 'report.opened', actorKind: 'SYSTEM', actorId: 'bench' } as const;
await inTransaction((tx) => appendToShard(tx, [0], [entry]));
const key = await inTransaction((tx) => findTrailKey(tx));
if (key === null) throw new Error('The trail has no key');
await database().auditEvent.deleteMany();

for (let shard = 0; shard < TRAIL_SHARDS; shard += 1) {
  let hash = genesisHash(shard);
  const events = Array.from({ length: PER_SHARD }, (_, index) => {
    const fields = {
      sequence: BigInt(index + 1),
      at: new Date(AT.getTime() + index),
      action: 'report.opened',
      actorKind: 'ACCOUNT' as const,
      actorId: crypto.randomUUID(),
      reportId: crypto.randomUUID(),
      subjectId: null,
      details: { what: 'summary' },
    };
    const previousHash = hash;
    hash = auditHash(previousHash, fields, key.event);
    return { ...fields, shard, previousHash, hash };
  });
  for (let at = 0; at < events.length; at += PAGE) {
    await database().auditEvent.createMany({ data: events.slice(at, at + PAGE) });
  }
  const head = { shard, keyedFrom: 1n, sequence: BigInt(PER_SHARD), hash };
  const { sequence } = head;
  const mac = headMac(key, head);
  await database().auditHead.update({ where: { shard }, data: { sequence, hash, mac } });
}
await database().$disconnect();
process.exit(0);
