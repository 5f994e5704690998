import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database/database';
import type { GuestGrant } from './guest-grant';
import { findGuestSession } from './find-guest-session';
import type { TracedViewer } from './open-permitted';

/** Records that a viewer saved the PDF that was opened for them. */
export async function recordCopy(
  { reportId }: Pick<GuestGrant, 'reportId'>,
  { actor, relation, opened, details }: Omit<TracedViewer, 'refused'>,
): Promise<void> {
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      action: opened,
      relation,
      ...actor,
      reportId,
      details: { ...details, what: 'copy' },
    }),
  );
}

/**
 * The same for a guest.
 * @param token the session cookie's value
 * @throws AppError guest-session-over
 */
export async function recordGuestCopy(token: string | undefined): Promise<void> {
  const grant = await findGuestSession(token);
  const actor = { actorKind: 'GUEST', actorId: grant.id } as const;
  await recordCopy(grant, { actor, relation: 'viewer', opened: 'guest.opened' });
}
