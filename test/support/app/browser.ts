import { NextRequest } from 'next/server';
import type { Route } from '@/app/api/define-route';
import { sessionCookie } from '@/accounts/sessions/cookie/session-cookie';
import { sealSessionToken } from '@/accounts/sessions/cookie/session-token';
import { env } from '@/platform/env';
import { during } from './request-headers';

/** As mails name the browser of these requests. */
export const DEVICE = 'Firefox on Windows';
const USER_AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0';

/** What a browser sends. */
interface Call {
  method: string;
  /** With its parameters. */
  path: string;
  /** By which Next.js would have parsed the path. */
  params?: Record<string, string>;
  /** Sent as JSON, or as it is. */
  body?: object | Uint8Array<ArrayBuffer>;
}

/** A request of our own pages, with a session’s real cookie; null for none. */
export async function requestOf(
  { method, path, body }: Call,
  sessionId: string | null,
): Promise<NextRequest> {
  const headers = new Headers({ origin: new URL(env().APP_URL).origin, 'user-agent': USER_AGENT });
  headers.set('x-path', path);
  if (sessionId !== null) {
    headers.set('cookie', `${sessionCookie().name}=${await sealSessionToken(sessionId)}`);
  }
  return new NextRequest(`${env().APP_URL}${path}`, {
    method,
    headers,
    ...(body === undefined
      ? {}
      : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
  });
}

/** Calls a route as a browser with a session does. */
export async function callRoute(
  route: Route,
  call: Call,
  sessionId: string | null,
): Promise<Response> {
  const request = await requestOf(call, sessionId);
  return during(request, () => route(request, { params: Promise.resolve(call.params ?? {}) }));
}
