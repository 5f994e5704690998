import type { NextRequest } from 'next/server';
import type { Actor } from '@/accounts/actor';

/**
 * Who makes a request, for counting: the account, else the network address. Of the addresses in
 * X-Forwarded-For the last is the one that our own reverse proxy saw; Next.js fills it in when there is no
 * proxy, but then a caller can choose it.
 */
export function callerOf(request: NextRequest, actor: Actor | null): string {
  if (actor !== null) return actor.accountId;
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
}
