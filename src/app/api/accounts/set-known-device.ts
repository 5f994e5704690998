import type { NextResponse } from 'next/server';
import { knownDeviceCookie } from '@/accounts/devices/known-device';

/**
 * Sets the cookie by which a browser is known to an account from now on.
 * @param value null when the account asks for a second factor first
 */
export function setKnownDevice(answer: NextResponse, email: string, value: string | null): void {
  if (value === null) return;
  const { name, options } = knownDeviceCookie(email);
  answer.cookies.set(name, value, options);
}
