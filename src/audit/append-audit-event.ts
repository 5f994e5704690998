import { randomInt } from 'node:crypto';
import { beforeCommit, type Transaction } from '@/platform/database/database';
import { appendToShard } from './append-to-shard';
import type { AuditEntry } from './audit-entry';
import { TRAIL_SHARDS } from './trail-shards';

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
  beforeCommit(tx, 'trail', () => appendToShard(tx, randomInt(TRAIL_SHARDS), entries));
}
