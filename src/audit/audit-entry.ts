import type { ActorKind } from '@/generated/prisma/client';
import type { AuditAction } from './policy/audit-action';

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
