import { database } from '@/platform/database/database';
import { tokenHash } from '@/vault/token-hash';
import { withReport, type GuestGrant } from './guest-grant';

/** Finds the grant of a mailed link; null when no such link was sent. */
export async function findLinkedGrant(token: string): Promise<GuestGrant | null> {
  const link = await database().guestLink.findUnique({
    where: { tokenHash: await tokenHash(database(), token) },
    include: { grant: { include: withReport } },
  });
  return link?.grant ?? null;
}
