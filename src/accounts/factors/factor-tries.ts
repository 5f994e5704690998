import { claimCall, forgetCalls } from '@/platform/http/call-windows';

/** Who tries a code: a browser that has been in this account before, or a stranger who knows the password. */
export interface FactorGuesser {
  /** The id of a known browser, see devices/known-device.ts; null for a stranger. */
  deviceId: string | null;
}

const KNOWN = { calls: 10, minutes: 15 };
/** Of a million codes five are right at a time: in a day of guessing a stranger is right once in 800 times. */
const STRANGERS = { calls: 10, minutes: 60 };

/**
 * Counts a try before the code is looked at, so that parallel guesses cannot share one. A known browser is
 * counted by itself: who has stolen the password alone cannot keep the owner out.
 * @throws AppError too-many-requests: the code must then not be looked at
 */
export async function claimFactorTry(accountId: string, guesser: FactorGuesser): Promise<void> {
  const { what, caller, limit } = countOf(accountId, guesser);
  await claimCall(what, caller, limit);
}

/** After a right code: only wrong ones count. */
export async function forgetFactorTries(accountId: string, guesser: FactorGuesser): Promise<void> {
  const { what, caller } = countOf(accountId, guesser);
  await forgetCalls(what, caller);
}

function countOf(accountId: string, { deviceId }: FactorGuesser) {
  return deviceId === null
    ? { what: 'second factor', caller: accountId, limit: STRANGERS }
    : { what: 'second factor device', caller: `${accountId} ${deviceId}`, limit: KNOWN };
}
