import type { Transaction } from '@/platform/database/database';
import type { ActorKind } from '@/generated/prisma/client';
import { auditHash } from './audit-hash';

/** What happened, in ids and closed words only. */
export interface AuditEntry {
  action: AuditAction;
  actorKind: ActorKind;
  /** Account id, grant id, or the worker's task. */
  actorId: string;
  reportId?: string;
  /** The account concerned, when it is not the actor. */
  subjectId?: string;
  details?: Record<string, string | number | boolean | null>;
}

/** Every action that leaves a trace. */
export type AuditAction =
  | `account.${'registered' | 'email-confirmed' | 'approved' | 'suspended' | 'reinstated' | 'logged-in' | 'log-in-failed' | 'logged-out' | 'password-reset' | 'proved' | 'wallet-bound'}`
  | `patient.${'searched' | 'details-read'}`
  | `report.${'draft-created' | 'discarded' | 'forwarded' | 'approved' | 'rejected' | 'amended' | 'withdrawn' | 'anchoring-begun' | 'anchoring-sent' | 'anchoring-cancelled' | 'anchoring-failed' | 'anchored' | 'anchoring-undone' | 'retraction-undone' | 'retraction-requested' | 'retracted' | 'superseded' | 'end-acknowledged' | 'opened' | 'transferred' | 'own-copy-taken' | 'access-log-read'}`
  | `recovery.${'code-mailed' | 'requested' | 'cancelled' | 'declined' | 'proposed' | 'vetoed' | 'executed' | 'undone'}`
  | `permissions.${'change-begun' | 'change-sent' | 'change-cancelled' | 'change-failed' | 'changed'}`
  | `guest.${'link-mailed' | 'code-mailed' | 'code-wrong' | 'code-cap-reached' | 'session-opened' | 'opened' | 'denied'}`;

/**
 * Appends one event to the hash-chained trail, inside the transaction of the change it tells of.
 * Call it last in the transaction: it locks the trail's tip until the commit.
 */
export async function appendAuditEvent(tx: Transaction, entry: AuditEntry): Promise<void> {
  const [head] = await tx.$queryRaw<{ sequence: bigint | number; hash: Uint8Array }[]>`
    SELECT sequence, hash FROM AuditHead WHERE id = 1 FOR UPDATE`;
  if (head === undefined) throw new Error('The audit trail has no head row');
  const event = {
    sequence: BigInt(head.sequence) + 1n,
    at: new Date(),
    action: entry.action,
    actorKind: entry.actorKind,
    actorId: entry.actorId,
    reportId: entry.reportId ?? null,
    subjectId: entry.subjectId ?? null,
    details: entry.details ?? {},
  };
  const previousHash = Uint8Array.from(head.hash);
  const hash = auditHash(previousHash, event);
  await tx.auditEvent.create({ data: { ...event, previousHash, hash } });
  await tx.auditHead.update({ where: { id: 1 }, data: { sequence: event.sequence, hash } });
}
