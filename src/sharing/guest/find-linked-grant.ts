import { database } from '@/platform/database/database';
import { withReport, type GuestGrant } from './guest-grant';
import { hashSecretToken } from './secret-token';

/** The grant that a mailed link opens; null when we never sent such a link. */
export async function findLinkedGrant(token: string): Promise<GuestGrant | null> {
  const link = await database().guestLink.findUnique({
    where: { tokenHash: hashSecretToken(token) },
    include: { grant: { include: withReport } },
  });
  return link?.grant ?? null;
}
