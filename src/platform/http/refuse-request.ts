import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestLocale } from '../../messages/request-locale.ts';
import { translatorOf, type Sentence } from '../../messages/translator.ts';
import { ERROR_STATUS, sentenceOfCode, type ErrorCode } from '../errors.ts';
import { newNonce } from './new-nonce.ts';
import { plainPage } from './plain-page.ts';
import { NO_PAGE_POLICY, SECURITY_HEADERS } from './security-headers.ts';

interface Refusal {
  code: ErrorCode;
  /** Defaults to the code's own sentence. */
  detail?: Sentence;
  /** What a person reads instead who may try again. */
  retry?: Sentence;
  /** Set for a method that the address does not support. */
  allow?: readonly string[];
}

/**
 * Refuses a request before Next.js sees it: with an RFC 9457 problem, or with a page for a person whose browser
 * asks for one.
 */
export function refuseRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { code, detail, retry, allow }: Refusal,
): void {
  const status = ERROR_STATUS[code];
  const t = translatorOf(requestLocale(request.headers['accept-language']));
  const title = sentenceOfCode(code)(t);
  const sentence = detail?.(t) ?? title;
  const nonce = newNonce();
  const forPerson = request.headers.accept?.includes('text/html') ?? false;
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Content-Security-Policy': forPerson ? pagePolicy(nonce) : NO_PAGE_POLICY,
    ...(allow === undefined ? {} : { Allow: allow.join(', ') }),
    'Cache-Control': 'no-store',
    'Content-Type': forPerson ? 'text/html; charset=utf-8' : 'application/problem+json',
  });
  if (forPerson) {
    const heading = t('platform.refuseRequest.heading');
    const canRetry = retry !== undefined;
    const page = { title: heading, heading, sentence: retry?.(t) ?? sentence, canRetry, nonce };
    response.end(plainPage(page, t));
    return;
  }
  const type = `urn:medanchor:problem:${code}`;
  const requestId = crypto.randomUUID();
  response.end(JSON.stringify({ type, title, status, code, detail: sentence, requestId }));
}

function pagePolicy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'`;
}
