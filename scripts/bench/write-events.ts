/**
 * One process of `bench:trail`: WRITERS writers commit audited transactions for SECONDS. The way of writing is the same
 * but for the number of heads. Prints how many were committed. Arguments: single-head or shards, read or change,
 * writers, seconds, start (Unix ms).
 */
import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { appendToShard } from '@/audit/append-to-shard';
import type { AuditedAct } from '@/audit/audited-act';
import { beforeCommit, database, inTransaction } from '@/platform/database/database';

const [trail, verb, ...figures] = process.argv.slice(2);
const [writers = 1, seconds = 1, start = 0] = figures.map(Number);
const ENTRY: AuditedAct = {
  action: 'report.anchored',
  relation: 'system',
  actorKind: 'SYSTEM',
  actorId: 'bench',
};
/** Of each writer before the start, in any shard: a program that has just begun is slow. */
const WARM_UP = 20;

async function commitOne(id: Uint8Array<ArrayBuffer>, shards: boolean): Promise<void> {
  await inTransaction(async (tx) => {
    if (verb === 'change') {
      await tx.callWindow.updateMany({ where: { id }, data: { calls: { increment: 1 } } });
    }
    if (shards) appendAuditEvent(tx, ENTRY);
    else beforeCommit(tx, 'trail', () => appendToShard(tx, [0], [ENTRY]));
  });
}

async function prepareWriter(): Promise<Uint8Array<ArrayBuffer>> {
  const id = Uint8Array.from(randomBytes(32));
  await database().callWindow.create({ data: { id, calls: 0, endsAt: new Date(start) } });
  for (let count = 0; count < WARM_UP; count += 1) await commitOne(id, true);
  return id;
}

async function writeUntil(end: number, id: Uint8Array<ArrayBuffer>): Promise<number> {
  let count = 0;
  while (Date.now() < end) {
    await commitOne(id, trail === 'shards');
    count += 1;
  }
  return count;
}

const ids = await Promise.all(Array.from({ length: writers }, prepareWriter));
const wait = start - Date.now();
if (wait < 0) throw new Error(`This machine is too busy: ready ${-wait} ms after the start`);
await setTimeout(wait);
const end = start + seconds * 1_000;
const counts = await Promise.all(ids.map((id) => writeUntil(end, id)));
console.log(counts.reduce((sum, count) => sum + count, 0));
process.exit(0);
