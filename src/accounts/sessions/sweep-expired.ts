import { deleteUnconfirmed } from '@/accounts/email/delete-unconfirmed';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS } from '@/platform/time/durations';

/** Kept a little longer than needed, so that an old link is answered with "too old" instead of "unknown". */
const KEPT_MS = 7 * DAY_MS;

/** Deletes sessions, mailed links and challenges of wallets and authenticators that expired a week ago, and unconfirmed registrations of that age. */
export async function sweepExpiredCredentials(): Promise<void> {
  const before = new Date((await databaseNow()).getTime() - KEPT_MS);
  const where = { expiresAt: { lt: before } };
  await database().session.deleteMany({ where });
  await database().accountToken.deleteMany({ where });
  await database().walletChallenge.deleteMany({ where });
  await database().webauthnChallenge.deleteMany({ where });
  await database().emailChange.deleteMany({ where });
  await inTransaction((tx) => deleteUnconfirmed(tx, { createdAt: { lt: before } }));
}
