import type { NextRequest } from 'next/server';
import { knownDeviceCookie } from '@/accounts/devices/known-device';
import type { Actor } from '@/accounts/sessions/actor';

/** The cookie by which the browser of a request is known to the account of its session; null when there is none. */
export function knownDeviceOf({ cookies }: NextRequest, { email }: Actor): string | null {
  return cookies.get(knownDeviceCookie(email).name)?.value ?? null;
}
