import { signKnownDevice } from '@/accounts/devices/known-device';
import { endFactorReset } from '@/accounts/factor-resets/end-factor-reset';
import { enterAccount } from '@/accounts/sessions/log-in/enter-account';
import { lockAccount } from '@/accounts/sessions/log-in/lock-account';
import { refuseInactive, type LoggedIn } from '@/accounts/sessions/log-in/log-in';
import { inTransaction } from '@/platform/database/database';
import { liftFreeze } from '@/accounts/freeze/lift-freeze';
import type { AuthenticationAnswer } from './passkey-schema';
import { requirePasskeyStill } from './require-passkey-still';
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
  const passkey = await verifyPasskey(answer, null, origin.device);
  const { accountId } = passkey;
  return inTransaction(async (tx) => {
    const account = await lockAccount(tx, accountId);
    refuseInactive(account.status);
    await requirePasskeyStill(tx, account, passkey);
    await liftFreeze(tx, account);
    await endFactorReset(tx, { accountId, as: 'CANCELLED' });
    const sessionId = await enterAccount(tx, account, origin, true);
    return { sessionId, deviceCookie: signKnownDevice(account), email: account.email };
  });
}
