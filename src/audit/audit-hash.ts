import { createHash, createHmac } from 'node:crypto';

/** The fields of an event that its hash covers. */
export interface HashedAuditFields {
  sequence: bigint;
  at: Date;
  action: string;
  actorKind: string;
  actorId: string;
  reportId: string | null;
  subjectId: string | null;
  details: Record<string, unknown>;
}

/**
 * HMAC-SHA256 over the previous hash and the event. The details' keys are sorted, because MySQL's JSON type
 * does not keep their order.
 * @param previousHash 32 bytes; zeros before the first event
 * @param key without one a plain SHA-256, as versions before hashed
 * @returns 32 bytes
 */
export function auditHash(
  previousHash: Uint8Array,
  event: HashedAuditFields,
  key: Uint8Array | null,
): Uint8Array<ArrayBuffer> {
  const details = Object.entries(event.details).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([
    event.sequence.toString(),
    event.at.toISOString(),
    event.action,
    event.actorKind,
    event.actorId,
    event.reportId,
    event.subjectId,
    details,
  ]);
  const hash = key === null ? createHash('sha256') : createHmac('sha256', key);
  return Uint8Array.from(hash.update(previousHash).update(text).digest());
}
