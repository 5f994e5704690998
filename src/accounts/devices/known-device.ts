import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Account } from '@/generated/prisma/client';
import { env } from '@/platform/env';
import { DAY_MS, SECOND_MS } from '@/platform/time/durations';

/** A browser that stays away longer is a new one. */
const KNOWN_DEVICE_DAYS = 180;

/**
 * The cookie by which a browser shows that a person has logged in to an account with it before, so that
 * strangers who try passwords cannot close the account to its owner (OWASP, device cookies). It grants no access:
 * it only gives the browser a count of tries of its own.
 * @param email normalised; the name holds a keyed hash of it, since several people may share a browser
 */
export function knownDeviceCookie(email: string) {
  const secure = env().APP_URL.startsWith('https:');
  const whose = mac(`known-device-name/${email}`).toString('hex').slice(0, 16);
  return {
    name: `${secure ? '__Host-' : ''}medanchor-known-${whose}`,
    options: {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure,
      maxAge: (KNOWN_DEVICE_DAYS * DAY_MS) / SECOND_MS,
    },
  } as const;
}

type KnownAccount = Pick<Account, 'id' | 'passwordHash' | 'secondFactorSince'>;

/** Makes the cookie's value. @param deviceId the browser's id, when it had one */
export function signKnownDevice(account: KnownAccount, deviceId: string = randomUUID()): string {
  return `${deviceId}.${signature(account, deviceId)}`;
}

/** The browser's id, when we signed the cookie for this account and its present password; else null. */
export function readKnownDevice(
  account: KnownAccount | null,
  cookie: string | null,
): string | null {
  if (account === null || cookie === null) return null;
  const [deviceId = '', given = ''] = cookie.split('.');
  const right = Buffer.from(signature(account, deviceId));
  const typed = Buffer.from(given);
  return right.length === typed.length && timingSafeEqual(right, typed) ? deviceId : null;
}

/**
 * The password's hash is signed too: a new password makes every browser a stranger. So does a first second factor:
 * who knew the password before could have collected cookies, each of which would give more guesses of codes.
 */
function signature(
  { id, passwordHash, secondFactorSince }: KnownAccount,
  deviceId: string,
): string {
  const since = secondFactorSince === null ? '' : `/${secondFactorSince.toISOString()}`;
  return mac(`known-device/${id}/${deviceId}/${passwordHash}${since}`).toString('base64url');
}

function mac(text: string): Buffer {
  return createHmac('sha256', env().SESSION_SECRET).update(`medanchor/v1/${text}`).digest();
}
