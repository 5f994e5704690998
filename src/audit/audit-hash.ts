import { createHash } from 'node:crypto';

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
 * SHA-256 over the previous hash and the event. The details' keys are sorted, because MySQL's JSON type
 * does not keep their order.
 * @param previousHash 32 bytes; zeros before the first event
 * @returns 32 bytes
 */
export function auditHash(
  previousHash: Uint8Array,
  event: HashedAuditFields,
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
  return Uint8Array.from(createHash('sha256').update(previousHash).update(text).digest());
}
