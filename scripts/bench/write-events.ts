/**
 * One process of `bench:trail`: WRITERS writers commit audited changes for SECONDS, each of a row of its own.
 * Prints how many were committed. Arguments: shards, writers, seconds, start (Unix ms).
 */
import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { appendToShard } from '@/audit/append-to-shard';
import type { AuditEntry } from '@/audit/audit-entry';
import { database, inTransaction } from '@/platform/database/database';

const [shards = 1, writers = 1, seconds = 1, start = 0] = process.argv.slice(2).map(Number);

/** A change of one row and its event, as most verbs make. */
async function commitOne(id: Uint8Array<ArrayBuffer>): Promise<void> {
  const entry: AuditEntry = { action: 'report.approved', actorKind: 'SYSTEM', actorId: 'bench' };
  await inTransaction(async (tx) => {
    await tx.callWindow.update({ where: { id }, data: { calls: { increment: 1 } } });
    await appendToShard(tx, randomInt(shards), [entry]);
  });
}

async function writeUntil(end: number): Promise<number> {
  const id = Uint8Array.from(randomBytes(32));
  await database().callWindow.create({ data: { id, calls: 0, endsAt: new Date(end) } });
  await setTimeout(start - Date.now());
  let count = 0;
  while (Date.now() < end) {
    await commitOne(id);
    count += 1;
  }
  return count;
}

const end = start + seconds * 1_000;
const counts = await Promise.all(Array.from({ length: writers }, () => writeUntil(end)));
console.log(counts.reduce((sum, count) => sum + count, 0));
process.exit(0);
