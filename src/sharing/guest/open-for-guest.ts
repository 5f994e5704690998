import { checkGuestPermission } from './check-guest-permission';
import { findGuestSession } from './find-guest-session';
import { wasPermissionTaken } from './is-removal-requested';
import { openPermitted, type OpenedReport } from './open-permitted';

/**
 * Opens a report for a guest with a session, see `openPermitted`.
 * @param token the session cookie's value
 * @throws AppError guest-session-over, and as openPermitted
 */
export async function openForGuest(token: string | undefined): Promise<OpenedReport> {
  const grant = await findGuestSession(token);
  return openPermitted(grant.report, () => checkGuestPermission(grant), {
    actor: { actorKind: 'GUEST', actorId: grant.id },
    relation: 'viewer',
    opened: 'guest.opened',
    refused: 'guest.denied',
    wasTaken: () => wasPermissionTaken(grant),
  });
}
