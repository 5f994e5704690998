import { signKnownDevice } from '@/accounts/devices/known-device';
import { endFactorReset } from '@/accounts/factor-resets/end-factor-reset';
import { enterAccount } from '@/accounts/sessions/enter-account';
import { refuseInactive, type LoggedIn } from '@/accounts/sessions/log-in';
import { database, inTransaction } from '@/platform/database/database';
import { liftFreeze } from '@/accounts/freeze/lift-freeze';
import type { AuthenticationAnswer } from './passkey-schema';
import { verifyPasskey } from './verify-passkey';

/**
 * Opens a session by a passkey alone: it is something that the person has, and it has checked its user.
 * @param origin the browser, and its present session, which ends
 * @throws AppError passkey-refused, account-pending, account-suspended
 */
export async function logInWithPasskey(
  answer: AuthenticationAnswer,
  origin: { formerSessionId: string | null; device: string | null },
): Promise<LoggedIn & { email: string }> {
  const accountId = await verifyPasskey(answer, null, origin.device);
  const account = await database().account.findUniqueOrThrow({ where: { id: accountId } });
  refuseInactive(account.status);
  const sessionId = await inTransaction(async (tx) => {
    await liftFreeze(tx, account);
    await endFactorReset(tx, { accountId, as: 'CANCELLED' });
    return enterAccount(tx, account, origin, true);
  });
  return { sessionId, deviceCookie: signKnownDevice(account), email: account.email };
}
