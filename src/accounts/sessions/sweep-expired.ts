import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS } from '@/platform/time/durations';

/** Kept a little longer than needed, so that a person with an old link is told "too old", not "unknown". */
const KEPT_MS = 7 * DAY_MS;

/** Deletes sessions, mailed links and wallet challenges that have long been over, and registrations that nobody confirmed. */
export async function sweepExpiredCredentials(): Promise<void> {
  const before = new Date((await databaseNow()).getTime() - KEPT_MS);
  const where = { expiresAt: { lt: before } };
  await database().session.deleteMany({ where });
  await database().accountToken.deleteMany({ where });
  await database().walletChallenge.deleteMany({ where });
  await database().account.deleteMany({
    where: { status: 'UNCONFIRMED', createdAt: { lt: before } },
  });
}
