import { AsyncLocalStorage } from 'node:async_hooks';
import { NextRequest } from 'next/server';
import { env } from '@/platform/env';

const requests = new AsyncLocalStorage<NextRequest>();

/**
 * What Next.js serves a request’s headers and cookies by, for tests without its server. A test file uses it by
 * `vi.mock('next/headers', () => import('…/support/app/request-headers'))`.
 */
export function headers(): Promise<Headers> {
  return Promise.resolve(current().headers);
}

export function cookies(): Promise<NextRequest['cookies']> {
  return Promise.resolve(current().cookies);
}

/** Does something while a request is answered. */
export function during<T>(request: NextRequest, run: () => Promise<T>): Promise<T> {
  return requests.run(request, run);
}

function current(): NextRequest {
  return requests.getStore() ?? new NextRequest(env().APP_URL);
}
