import { appendAuditEvent } from '@/audit/append-audit-event';
import { claimCall } from '@/platform/http/call-windows';
import { database, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import type { Actor } from '@/accounts/sessions/actor';
import { DAY_MS, MINUTE_MS } from '@/platform/time/durations';

/** More than a doctor needs in a day, also where each patient counts when picked and when saved in a draft. */
const DAILY = { calls: 300, minutes: DAY_MS / MINUTE_MS };

/**
 * Counts a look at a patient's details against the doctor's day, however the details are reached.
 * @throws AppError too-many-requests
 */
export function claimDetailsRead(actor: Actor): Promise<void> {
  return claimCall('patient details', actor.accountId, DAILY);
}

/** Writes to the audit trail that a doctor could read a patient's details. */
export function recordDetailsRead(tx: Transaction, actor: Actor, patientId: string): void {
  appendAuditEvent(tx, {
    action: 'patient.details-read',
    actorKind: 'ACCOUNT',
    actorId: actor.accountId,
    subjectId: patientId,
  });
}

/**
 * Whether the trail holds that this doctor could read this patient's details within the last day: a preview is looked
 * at again and again, and one event for each would hide the others.
 */
export async function wasReadToday(actor: Actor, patientId: string): Promise<boolean> {
  const since = new Date((await databaseNow()).getTime() - DAY_MS);
  const event = await database().auditEvent.findFirst({
    where: {
      subjectId: patientId,
      action: 'patient.details-read',
      actorId: actor.accountId,
      at: { gte: since },
    },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  return event !== null;
}
