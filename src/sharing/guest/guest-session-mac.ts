import type { Grant, GuestSession } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isSameMac, proofMac, type ProofFields } from '@/vault/proof-mac';

/** What decides which report a guest's session opens, by whose permission on the chain, and for how long. */
type DecidingFields = Pick<GuestSession, 'tokenHash' | 'expiresAt'> & {
  grant: Pick<Grant, 'id' | 'reportId' | 'tag'>;
};

/** Authenticates a guest's session as it is to be stored. */
export function guestSessionMac(
  tx: Transaction,
  session: DecidingFields,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'guest-session', guestSessionFields(session));
}

/** Whether we stored a session like this: neither it nor its grant was moved, and it does not last longer. */
export async function isGenuineGuestSession(
  tx: Transaction,
  session: DecidingFields & Pick<GuestSession, 'mac'>,
): Promise<boolean> {
  return isSameMac(session.mac, await guestSessionMac(tx, session));
}

/** The fields in the order in which they are authenticated. */
export function guestSessionFields({ tokenHash, expiresAt, grant }: DecidingFields): ProofFields {
  return [tokenHash, expiresAt, grant.id, grant.reportId, grant.tag];
}
