import ipaddr from 'ipaddr.js';
import type { NextRequest } from 'next/server';
import type { Actor } from '@/accounts/sessions/actor';

/** Who makes a request, for counting: the account, else the network. */
export function callerOf(request: NextRequest, actor: Actor | null): string {
  return actor === null ? networkOf(request.headers) : actor.accountId;
}

/**
 * The network that a request comes from. X-Forwarded-For holds one address, which our server wrote there
 * (platform/admit-request.ts); the caller's own header never arrives here.
 * @returns the IPv4 address, or of an IPv6 address the first 64 bits: one line has all that follow them
 */
export function networkOf(headers: Headers): string {
  const text = headers.get('x-forwarded-for') ?? '';
  if (!ipaddr.isValid(text)) return 'unknown';
  const address = ipaddr.process(text);
  if (address.kind() === 'ipv4') return address.toString();
  return `${address.toByteArray().slice(0, 8).join('.')}/64`;
}
