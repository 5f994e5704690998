import { claimCall, forgetCalls, refundCall, type CallLimit } from '@/platform/http/call-windows';

/** Who tries a code. */
export interface FactorGuesser {
  /** The id of a browser that has been in this account before, see devices/known-device.ts; null for a stranger. */
  deviceId: string | null;
  /** The caller's network, see app/api/caller.ts. */
  network: string;
}

/** What is guessed: each kind of code has counts of its own. */
export type GuessedCode = 'totp' | 'backup-code';

interface Count {
  what: string;
  caller: string;
  limit: CallLimit;
}

/**
 * What a try counts against. A stranger here knows the password already. From one network they close the second step
 * to that network alone, so that they cannot keep the owner out; one network gets few tries over all accounts. From
 * everywhere together strangers get ten an hour: of a million codes five are right at a time, so in a day of guessing
 * they are right once in 800 times. Backup codes cannot be guessed, but each try is expensive. A known browser is
 * counted by itself.
 */
function countsOf(accountId: string, code: GuessedCode, guesser: FactorGuesser): Count[] {
  const { deviceId, network } = guesser;
  if (deviceId !== null) {
    const caller = `${accountId} ${deviceId}`;
    return [{ what: `${code} device`, caller, limit: { calls: 10, minutes: 15 } }];
  }
  return [
    // First the narrowest: what it refuses counts against nobody else.
    { what: `${code} pair`, caller: `${network} ${accountId}`, limit: { calls: 5, minutes: 60 } },
    { what: `${code} network`, caller: network, limit: { calls: 30, minutes: 15 } },
    { what: `${code} account`, caller: accountId, limit: { calls: 10, minutes: 60 } },
  ];
}

/**
 * Counts a try before the code is looked at, so that parallel guesses cannot share one.
 * @throws AppError too-many-requests: the code must then not be looked at
 */
export async function claimFactorTry(
  accountId: string,
  code: GuessedCode,
  guesser: FactorGuesser,
): Promise<void> {
  for (const { what, caller, limit } of countsOf(accountId, code, guesser)) {
    await claimCall(what, caller, limit);
  }
}

/** After a right code: only wrong ones count. */
export async function forgetFactorTries(
  accountId: string,
  code: GuessedCode,
  guesser: FactorGuesser,
): Promise<void> {
  for (const { what, caller } of countsOf(accountId, code, guesser)) {
    // A person who knows one account's code must not gain tries for others.
    await (what === `${code} network` ? refundCall(what, caller) : forgetCalls(what, caller));
  }
}
