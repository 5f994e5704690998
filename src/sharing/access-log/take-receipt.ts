import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { readPlace } from '@/audit/days/event-place';
import { makeReceipt } from '@/audit/days/make-receipt';
import type { TrailReceipt } from '@/audit/days/receipt-schema';
import { database, inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { requirePatient } from '@/reports/access/lock-received-report';
import { UNSENT_STATES } from '@/reports/sealed/unsent-states';
import { isLogged } from './logged-actions';

/**
 * The receipt for an event that the access log of a patient's own report shows. Taking it is logged like reading the
 * log.
 * @param place see event-place.ts
 * @throws AppError not-found for all others, and while the event's day is not on the chain; event-altered
 */
export async function takeReceipt(
  actor: Actor,
  reportId: string,
  place: string,
): Promise<TrailReceipt> {
  requirePatient(actor);
  const report = await database().report.findFirst({
    where: { id: reportId, patientId: actor.accountId, state: { notIn: UNSENT_STATES } },
    select: { id: true },
  });
  const event = await database().auditEvent.findUnique({
    where: { shard_sequence: readPlace(place) },
  });
  if (report === null || event?.reportId !== reportId || !isLogged(event.action)) {
    throw new AppError('not-found');
  }
  const receipt = await makeReceipt(event);
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      action: 'report.access-log-read',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      details: { receipt: place },
    }),
  );
  return receipt;
}
