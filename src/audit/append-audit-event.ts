import { randomInt } from 'node:crypto';
import { beforeCommit, type Transaction } from '@/platform/database/database';
import { appendToShard } from './append-to-shard';
import type { AuditEntry } from './audit-entry';
import { isDataAct, type AuditedAct } from './audited-act';
import { outcomeOf } from './policy/action-policy';
import { dataActionOf } from './policy/data-action';
import { TRAIL_SHARDS } from './trail-shards';

/** Heads that a transaction tries: with fewer writers than shards, one of so many is free. */
const TRIED_SHARDS = 4;

const pending = new WeakMap<Transaction, AuditEntry[]>();

/**
 * Records an event in the same transaction as the change it is about. All events of a transaction are appended
 * together just before its commit, to one shard of the trail. What is done with the data of a report leaves what the
 * policy has for it, which may be nothing.
 * @param tx a transaction of `inTransaction`
 * @throws Error when the policy forbids the act: the change is not committed
 */
export function appendAuditEvent(tx: Transaction, act: AuditedAct): void {
  const entry = entryOf(act);
  if (entry === null) return;
  const known = pending.get(tx);
  if (known !== undefined) {
    known.push(entry);
    return;
  }
  const entries = [entry];
  pending.set(tx, entries);
  beforeCommit(tx, 'trail', () => appendToShard(tx, chooseShards(), entries));
}

/** The event of an act; null where the policy wants none. */
function entryOf(act: AuditedAct): AuditEntry | null {
  if (!isDataAct(act)) return act;
  const { relation, dataClass, ...entry } = act;
  const outcome = outcomeOf(dataActionOf(act.action, act.details?.['what']), relation, dataClass);
  // Verbs refuse whoever may not act: one that did not is stopped here.
  if (outcome === 'violation') throw new Error(`${act.action} is forbidden to the ${relation}`);
  return outcome === 'silent' ? null : entry;
}

/** Neighbours, from one by chance on: of those that are free, the database takes the first. */
function chooseShards(): [number, ...number[]] {
  const first = randomInt(TRAIL_SHARDS - TRIED_SHARDS + 1);
  const others = Array.from({ length: TRIED_SHARDS - 1 }, (_, index) => first + index + 1);
  return [first, ...others];
}
