import { createHmac } from 'node:crypto';
import type { AuditHead } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { deriveKey } from '@/vault/derive-key';
import { isSameMac } from '@/vault/proof-mac';
import { findSystemKey, makeSystemKey } from '@/vault/system-key';

/** The end of one chain of the trail. */
export type TrailHead = Pick<AuditHead, 'shard' | 'sequence' | 'hash' | 'keyedFrom'>;

/** What authenticates the trail. Keep it in memory only. */
export interface TrailKey {
  event: Uint8Array;
  head: Uint8Array;
  /** For the salts of the events' leaves. */
  salt: Uint8Array;
  /** For the rows of sealed days. */
  day: Uint8Array;
}

/**
 * The key of the trail. Only a system without a single event makes one: were it made for a trail that is there, a
 * stranger could remove the key and have a forged trail accepted.
 * @throws Error when it is gone
 */
export async function trailKey(tx: Transaction): Promise<TrailKey> {
  const found = await findTrailKey(tx);
  if (found !== null) return found;
  if (await isUnused(tx)) {
    const { key, isNew } = await makeSystemKey(tx, 'audit-trail');
    if (isNew) await authenticateHeads(tx, keysOf(key));
    return keysOf(key);
  }
  // Another transaction may have made it, and the first events, a moment ago.
  const late = await findTrailKey(tx);
  if (late === null) throw new Error('The key of the audit trail is gone');
  return late;
}

/** The key of the trail; null when it was never made, or is gone. */
export async function findTrailKey(tx: Transaction): Promise<TrailKey | null> {
  const key = await findSystemKey(tx, 'audit-trail');
  return key === null ? null : keysOf(key);
}

/** The keys that are derived from the system's key. */
export function keysOf(key: Uint8Array): TrailKey {
  return {
    event: deriveKey(key, 'trail-event'),
    head: deriveKey(key, 'trail-head'),
    salt: deriveKey(key, 'trail-salt'),
    day: deriveKey(key, 'trail-day'),
  };
}

/** Authenticates a head: HMAC-SHA256 over shard, first keyed event, newest event and its hash. */
export function headMac(key: TrailKey, head: TrailHead): Uint8Array<ArrayBuffer> {
  const { shard, keyedFrom, sequence, hash } = head;
  const text = [shard, keyedFrom, sequence, Buffer.from(hash).toString('hex')].join('/');
  return Uint8Array.from(createHmac('sha256', key.head).update(text).digest());
}

/** Whether we wrote a head like this. */
export function isGenuineHead(
  key: TrailKey,
  head: TrailHead & { mac: Uint8Array | null },
): boolean {
  return isSameMac(head.mac, headMac(key, head));
}

async function isUnused(tx: Transaction): Promise<boolean> {
  return (await tx.auditHead.count({ where: { sequence: { gt: 0 } } })) === 0;
}

/** Of a new system, which has no events: from now on a head that we did not write is noticed. */
async function authenticateHeads(tx: Transaction, key: TrailKey): Promise<void> {
  for (const head of await tx.auditHead.findMany()) {
    const { shard } = head;
    await tx.auditHead.updateMany({ where: { shard }, data: { mac: headMac(key, head) } });
  }
}
