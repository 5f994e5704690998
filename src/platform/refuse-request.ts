import type { IncomingMessage, ServerResponse } from 'node:http';
import { ERRORS, type ErrorCode } from './errors.ts';
import { NO_PAGE_POLICY, SECURITY_HEADERS } from './security-headers.ts';

/** Every method that a page or a route of ours can have. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Answers a method that nothing here has, such as TRACE: 405, as an RFC 9457 problem.
 * @returns whether the request is answered
 */
export function refuseMethod(request: IncomingMessage, response: ServerResponse): boolean {
  if (METHODS.includes(request.method ?? '')) return false;
  const code = 'method-not-allowed' satisfies ErrorCode;
  const [status, title] = ERRORS[code];
  const type = `urn:medanchor:problem:${code}`;
  const problem = { type, title, status, code, detail: title, requestId: crypto.randomUUID() };
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Content-Security-Policy': NO_PAGE_POLICY,
    Allow: METHODS.join(', '),
    'Cache-Control': 'no-store',
    'Content-Type': 'application/problem+json',
  });
  response.end(JSON.stringify(problem));
  return true;
}
