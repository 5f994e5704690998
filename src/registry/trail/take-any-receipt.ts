import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { readPlace } from '@/audit/days/event-place';
import { makeReceipt } from '@/audit/days/make-receipt';
import type { TrailReceipt } from '@/audit/days/receipt-schema';
import { database, inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';

/**
 * The receipt for any event, for administrators: it holds ids and closed words only. Taking it is an event itself.
 * @param place see event-place.ts
 * @throws AppError forbidden; not-found also while the event's day is not on the chain; event-altered
 */
export async function takeAnyReceipt(actor: Actor, place: string): Promise<TrailReceipt> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const event = await database().auditEvent.findUnique({
    where: { shard_sequence: readPlace(place) },
  });
  if (event === null) throw new AppError('not-found');
  const receipt = await makeReceipt(event);
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      action: 'trail.receipt-taken',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      details: { receipt: place },
    }),
  );
  return receipt;
}
