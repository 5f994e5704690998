/**
 * One process of `bench:trail`: WRITERS writers commit audited changes for SECONDS, each of a row of its own.
 * Prints how many were committed. Arguments: single-head or shards, writers, seconds, start (Unix ms).
 */
import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { appendToShard } from '@/audit/append-to-shard';
import type { AuditEntry } from '@/audit/audit-entry';
import { database, inTransaction, type Transaction } from '@/platform/database/database';

const [trail, ...figures] = process.argv.slice(2);
const [writers = 1, seconds = 1, start = 0] = figures.map(Number);
const ENTRY: AuditEntry = { action: 'report.approved', actorKind: 'SYSTEM', actorId: 'bench' };

/** A verb as before the shards: its event in the middle, which holds the one head until the commit. */
async function commitWithSingleHead(id: Uint8Array<ArrayBuffer>): Promise<void> {
  await inTransaction(async (tx) => {
    await change(tx, id);
    await appendToShard(tx, 0, [ENTRY]);
    await change(tx, id);
  });
}

/** A verb as it is now: its event goes to a shard just before the commit. */
async function commitWithShards(id: Uint8Array<ArrayBuffer>): Promise<void> {
  await inTransaction(async (tx) => {
    await change(tx, id);
    appendAuditEvent(tx, ENTRY);
    await change(tx, id);
  });
}

/** A change of a row, of which a verb makes several: the report's state, a job. */
async function change(tx: Transaction, id: Uint8Array<ArrayBuffer>): Promise<void> {
  await tx.callWindow.update({ where: { id }, data: { calls: { increment: 1 } } });
}

const commitOne = trail === 'single-head' ? commitWithSingleHead : commitWithShards;

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
