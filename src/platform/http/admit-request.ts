import type { Sentence } from '../../messages/translator.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientAddress } from './client-address.ts';
import { mendAddress } from './mend-address.ts';
import { refuseRequest } from './refuse-request.ts';
import type { FindRoute } from '../requests/find-route.ts';
import { NO_PAGE_POLICY, SECURITY_HEADERS } from './security-headers.ts';

/** Every method that a page or a route of ours can have. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** Pages are only read; forms send to routes under /api. */
const PAGE_METHODS = ['GET', 'HEAD'];

/** How the server is placed, and what it serves. */
export interface Admission {
  /** See client-address.ts. */
  trustedProxies: number;
  findRoute: FindRoute;
}

/**
 * Brings a request into the form that the application relies on, before Next.js sees it: one slash where a
 * sender wrote several, and in X-Forwarded-For the one address that we trust. Answers by itself what Next.js
 * would answer with a bare 405, a 500, or a redirect that repeats a secret; see docs/decisions/081 and 111.
 * @returns false when the request is answered
 */
export function admitRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { trustedProxies, findRoute }: Admission,
): boolean {
  const method = request.method ?? '';
  const { path, search } = readTarget(request.url ?? '/');
  request.url = path + search;
  if (!METHODS.includes(method)) {
    refuseRequest(request, response, { code: 'method-not-allowed', allow: METHODS });
    return false;
  }
  const isApi = path === '/api' || path.startsWith('/api/');
  const mended = isApi || path.startsWith('/_next/') ? null : mendAddress(path, search);
  if (mended !== null) {
    redirectTo(response, mended);
    return false;
  }
  if (!isDecodable(path)) {
    const detail: Sentence = (t) => t('platform.admitRequest.damagedAddress');
    refuseRequest(request, response, { code: 'invalid-input', detail });
    return false;
  }
  const allow = isApi ? (findRoute(path)?.methods ?? null) : PAGE_METHODS;
  if (allow !== null && !allow.includes(method)) {
    // A form that was sent before its page's script had loaded.
    const retry: Sentence = (t) => t('platform.admitRequest.pageNotLoaded');
    const refusal = { code: 'method-not-allowed', allow } as const;
    refuseRequest(request, response, isApi ? refusal : { ...refusal, retry });
    return false;
  }
  const socketAddress = request.socket.remoteAddress ?? '';
  const { headers } = request;
  // Node.js joins a repeated header of this name with commas.
  const forwardedFor = headers['x-forwarded-for']?.toString();
  headers['x-forwarded-for'] = clientAddress(forwardedFor, socketAddress, trustedProxies);
  return true;
}

/** Without the host that a proxy may put before it, and with each run of slashes as one. */
function readTarget(target: string): { path: string; search: string } {
  const local = target.replace(/^https?:\/\/[^/?#]*/i, '');
  const mark = local.indexOf('?');
  const [path, search] = mark === -1 ? [local, ''] : [local.slice(0, mark), local.slice(mark)];
  return { path: `/${path}`.replaceAll(/[/\\]+/g, '/'), search };
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * A browser keeps no address that only redirected, and sends it nowhere. Nothing is logged here: what should
 * have been the fragment is a secret.
 */
function redirectTo(response: ServerResponse, location: string): void {
  response.writeHead(303, {
    ...SECURITY_HEADERS,
    'Content-Security-Policy': NO_PAGE_POLICY,
    'Cache-Control': 'no-store',
    Location: location,
  });
  response.end();
}
