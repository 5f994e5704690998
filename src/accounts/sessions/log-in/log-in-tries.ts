import { claimCall, forgetCalls, refundCall, type CallLimit } from '@/platform/http/call-windows';
import { AppError, isAppError } from '@/platform/errors';

/** Where a try comes from. */
export interface Guesser {
  /** The caller's network, see app/api/caller.ts. */
  network: string;
  /** The id of a browser that has been in this account before; null for a stranger. */
  deviceId: string | null;
}

interface Count {
  what: string;
  caller: string;
  limit: CallLimit;
}

/**
 * What a try counts against (ASVS 5.0, 6.3.1). A stranger's tries close the account to their own network alone,
 * so that a stranger cannot lock its owner out; one network gets few tries over all accounts, and strangers from
 * everywhere together get fewer than an attack needs. A known browser is counted by itself.
 */
function countsOf(email: string, { network, deviceId }: Guesser): Count[] {
  if (deviceId !== null) {
    return [{ what: 'log-in device', caller: deviceId, limit: { calls: 10, minutes: 15 } }];
  }
  return [
    // First the narrowest: what it refuses counts against nobody else.
    { what: 'log-in pair', caller: `${network} ${email}`, limit: { calls: 10, minutes: 15 } },
    { what: 'log-in network', caller: network, limit: { calls: 30, minutes: 15 } },
    { what: 'log-in account', caller: email, limit: { calls: 100, minutes: 60 } },
  ];
}

/**
 * Counts a try before the password is looked at, so that parallel guesses cannot share one. Whether the address
 * has an account makes no difference.
 * @param email normalised
 * @throws AppError too-many-requests: the password must then not be looked at
 */
export async function claimLogInTry(email: string, guesser: Guesser): Promise<void> {
  for (const { what, caller, limit } of countsOf(email, guesser)) {
    await claimCall(what, caller, limit).catch(explain);
  }
}

/** Takes the try back that turned out right: only wrong passwords count. */
export async function forgiveLogInTries(email: string, guesser: Guesser): Promise<void> {
  for (const { what, caller } of countsOf(email, guesser)) {
    // A person who knows one password must not gain attempts for other accounts.
    const ownAlone = what === 'log-in device' || what === 'log-in pair';
    await (ownAlone ? forgetCalls(what, caller) : refundCall(what, caller));
  }
}

/** Lets an account's owner in again, who has proved the mailbox. */
export async function forgetStrangersTries(email: string, network: string): Promise<void> {
  await forgetCalls('log-in account', email);
  await forgetCalls('log-in pair', `${network} ${email}`);
}

function explain(error: unknown): never {
  if (!isAppError(error, 'too-many-requests')) throw error;
  const { retryAfterSeconds = 60 } = error;
  const minutes = Math.ceil(retryAfterSeconds / 60);
  throw new AppError('too-many-requests', {
    detail: (t) => t('accounts.logInTries.tooMany', { minutes }),
    retryAfterSeconds,
  });
}
