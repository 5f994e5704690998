import { randomInt } from 'node:crypto';
import { beforeCommit, type Transaction } from '@/platform/database/database';
import { appendToShard } from './append-to-shard';
import type { AuditEntry } from './audit-entry';
import { TRAIL_SHARDS } from './trail-shards';

/** Heads that a transaction tries: with fewer writers than shards, one of so many is free. */
const TRIED_SHARDS = 4;

const pending = new WeakMap<Transaction, AuditEntry[]>();

/**
 * Records an event in the same transaction as the change it is about. All events of a transaction are appended
 * together just before its commit, to one shard of the trail.
 * @param tx a transaction of `inTransaction`
 */
export function appendAuditEvent(tx: Transaction, entry: AuditEntry): void {
  const known = pending.get(tx);
  if (known !== undefined) {
    known.push(entry);
    return;
  }
  const entries = [entry];
  pending.set(tx, entries);
  beforeCommit(tx, 'trail', () => appendToShard(tx, chooseShards(), entries));
}

/** Neighbours, from one by chance on: of those that are free, the database takes the first. */
function chooseShards(): [number, ...number[]] {
  const first = randomInt(TRAIL_SHARDS - TRIED_SHARDS + 1);
  const others = Array.from({ length: TRIED_SHARDS - 1 }, (_, index) => first + index + 1);
  return [first, ...others];
}
