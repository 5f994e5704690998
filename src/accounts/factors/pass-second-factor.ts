import { readKnownDevice, signKnownDevice } from '@/accounts/devices/known-device';
import { endFactorReset } from '@/accounts/factor-resets/end-factor-reset';
import { findGenuineAccount } from '@/accounts/passwords/account-mac';
import type { Actor } from '@/accounts/sessions/actor';
import { changeSession } from '@/accounts/sessions/change-session';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { liftFreeze } from '@/accounts/freeze/lift-freeze';
import type { FactorProof } from './factor-proof';
import { proveFactor } from './prove-factor';

/**
 * Gives a session the second factor that it lacks; a freeze of the account ends, and so does a reset of its factors:
 * they are not lost.
 * @param known the browser's cookie of this account, see devices/known-device.ts; null for a stranger
 * @param network the caller's, see app/api/caller.ts
 * @returns the cookie by which this browser is known from now on
 * @throws AppError too-many-requests, passkey-refused; factor-wrong, beside the field `code`
 */
export async function passSecondFactor(
  actor: Actor,
  proof: FactorProof,
  known: string | null,
  network = 'unknown',
): Promise<string> {
  const { accountId, sessionId } = actor;
  const account = await findGenuineAccount(database(), accountId);
  if (account === null) throw new AppError('not-signed-in');
  const deviceId = readKnownDevice(account, known);
  await proveFactor(actor, proof, { deviceId, network }, async (tx) => {
    const now = await databaseNow(tx);
    const isLive = await changeSession(tx, sessionId, { secondFactorAt: now, provedAt: now });
    // Ended a moment ago, perhaps by a freeze, which must then last.
    if (!isLive) throw new AppError('not-signed-in');
    await liftFreeze(tx, account);
    await endFactorReset(tx, { accountId, as: 'CANCELLED' });
  });
  return signKnownDevice(account, deviceId ?? undefined);
}
