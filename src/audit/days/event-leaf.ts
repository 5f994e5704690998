import { createHmac } from 'node:crypto';
import type { AuditEvent } from '@/generated/prisma/client';
import type { TrailKey } from '@/audit/trail-key';

/** What a leaf needs of an event. */
export type LeafEvent = Omit<AuditEvent, 'id' | 'previousHash'>;

/**
 * The data of an event's leaf: its fields as JSON, which whoever has a receipt can read, and a salt, without which
 * no one can find out from the tree's hashes whether a guess is right. The salt is derived, not kept: the trail's
 * key makes it again from the event's place and its hash in the chain.
 */
export function eventLeaf(key: TrailKey, event: LeafEvent): string {
  const { shard, sequence, at, action, actorKind, actorId, reportId, subjectId } = event;
  const details = Object.entries(event.details ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const salt = createHmac('sha256', key.salt).update(`${shard}/${sequence}/`).update(event.hash);
  return JSON.stringify({
    shard,
    sequence: sequence.toString(),
    at: at.toISOString(),
    action,
    actorKind,
    actorId,
    reportId,
    subjectId,
    details: Object.fromEntries(details),
    salt: salt.digest('hex'),
  });
}
