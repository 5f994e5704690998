import type { z } from 'zod';
import { sessionCookie } from '@/accounts/sessions/cookie/session-cookie';
import { sealSessionToken } from '@/accounts/sessions/cookie/session-token';
import { env } from '@/platform/env';
import type { Person } from '../../test/support/people/factories';

/** A made person with what their browser sends along. */
export interface Caller {
  person: Person;
  headers: Record<string, string>;
}

/** @param number of the network from which the person calls: limits count by network */
export async function callerOf(person: Person, number: number): Promise<Caller> {
  const value = await sealSessionToken(person.actor.sessionId);
  return {
    person,
    headers: {
      cookie: `${sessionCookie().name}=${value}`,
      origin: env().APP_URL,
      'content-type': 'application/json',
      'x-forwarded-for': `100.64.${number}.1`,
    },
  };
}

/** Calls a route of the application as a person, whatever it answers. */
export function send(
  caller: Caller,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  return fetch(new URL(path, env().APP_URL), {
    method,
    headers: caller.headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
}

/**
 * Calls a route that must succeed.
 * @throws Error with the code of the refusal
 */
export async function call<T>(
  caller: Caller,
  method: string,
  path: string,
  answer: z.ZodType<T>,
  body?: unknown,
): Promise<T> {
  const response = await send(caller, method, path, body);
  const text = await response.text();
  if (!response.ok) {
    const code = /"code":"([a-z-]+)"/.exec(text)?.[1] ?? String(response.status);
    throw new Error(`${method} ${path.split('/').slice(0, 3).join('/')}: ${code}`);
  }
  return answer.parse(text === '' ? undefined : JSON.parse(text));
}
