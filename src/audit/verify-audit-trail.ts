import { database } from '@/platform/database/database';
import { auditHash } from './audit-hash';

/** Whether the trail is whole, or the first sequence number at which it is not. */
export type AuditTrailCheck =
  { outcome: 'intact'; events: bigint } | { outcome: 'broken'; at: bigint };

const PAGE = 1_000;

/** Recomputes every hash of the trail, from the first event to the head. */
export async function verifyAuditTrail(): Promise<AuditTrailCheck> {
  let previousHash: Uint8Array = new Uint8Array(32);
  let sequence = 0n;
  for (;;) {
    const page = await database().auditEvent.findMany({
      where: { sequence: { gt: sequence } },
      orderBy: { sequence: 'asc' },
      take: PAGE,
    });
    for (const event of page) {
      const details = event.details;
      if (details === null || typeof details !== 'object' || Array.isArray(details)) {
        return { outcome: 'broken', at: event.sequence };
      }
      const expected = auditHash(previousHash, { ...event, details });
      const follows = event.sequence === sequence + 1n;
      if (!follows || Buffer.compare(expected, event.hash) !== 0) {
        return { outcome: 'broken', at: sequence + 1n };
      }
      previousHash = expected;
      sequence = event.sequence;
    }
    if (page.length < PAGE) break;
  }
  const head = await database().auditHead.findUniqueOrThrow({ where: { id: 1 } });
  const whole = head.sequence === sequence && Buffer.compare(head.hash, previousHash) === 0;
  return whole ? { outcome: 'intact', events: sequence } : { outcome: 'broken', at: sequence + 1n };
}
