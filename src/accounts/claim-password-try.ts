import { database } from '@/platform/database';

/** Ten wrong passwords close the door for a quarter of an hour (ASVS 5.0, 6.3.1). */
export const MAX_FAILED_LOGINS = 10;
const LOCK_MS = 15 * 60_000;

/**
 * Counts a try before the password is looked at, in one atomic update: parallel guesses cannot share a try.
 * The tenth try starts the lock; a right password lifts it again (see clearPasswordTries).
 * @param email normalised; an unknown one costs the same statement
 * @returns false while the account is locked: the password must then not be believed
 */
export async function claimPasswordTry(email: string): Promise<boolean> {
  const now = new Date();
  const until = new Date(now.getTime() + LOCK_MS);
  // MySQL assigns from left to right: lockedUntil sees the old count.
  const claimed = await database().$executeRaw`
    UPDATE Account
    SET lockedUntil = IF(failedLogins + 1 >= ${MAX_FAILED_LOGINS}, ${until}, NULL),
        failedLogins = IF(failedLogins + 1 >= ${MAX_FAILED_LOGINS}, 0, failedLogins + 1)
    WHERE email = ${email} AND (lockedUntil IS NULL OR lockedUntil <= ${now})`;
  return claimed === 1;
}
