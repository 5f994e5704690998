import { NextResponse, type NextRequest } from 'next/server';
import { databaseAnswers } from '@/platform/database/database-answers';
import { env } from '@/platform/env';
import { requestLocale } from '@/messages/request-locale';
import { translatorOf } from '@/messages/translator';
import { sentenceOfCode } from '@/platform/errors';
import { newNonce } from '@/platform/http/new-nonce';
import { plainPage } from '@/platform/http/plain-page';

/** Pages that show nothing without the database. */
const PORTALS = /^\/(patient|doctor|admin)(\/|$)/;

/**
 * Gives every page a Content-Security-Policy with a nonce of its own (ASVS 3.4.3), and a portal's page the
 * status 503 while the database is away: a page that fails by itself can only answer 500.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = newNonce();
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Where to return to after a log-in; a page cannot see its own address.
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  // Next.js reads the nonce for its own scripts from here.
  headers.set('content-security-policy', policy);
  const isAway = PORTALS.test(request.nextUrl.pathname) && !(await databaseAnswers());
  const response = isAway
    ? databaseAway(request, nonce)
    : NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

/** Answered from here: Next.js gives every page that it renders the status 200, or 500 when it fails. */
function databaseAway(request: NextRequest, nonce: string): NextResponse {
  const t = translatorOf(requestLocale(request.headers.get('accept-language')));
  const page = plainPage(
    {
      title: t('app.proxy.title'),
      heading: t('app.proxy.heading'),
      sentence: sentenceOfCode('database-unavailable')(t),
      canRetry: true,
      nonce,
    },
    t,
  );
  return new NextResponse(page, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': '10',
    },
  });
}

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    // React's development build needs eval for its stack traces.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // Style attributes carry Mantine's variables; style elements need the nonce, but for Next.js's
    // development tools, which have none.
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    // PDF.js works in a worker.
    "worker-src 'self' blob:",
    `connect-src 'self'${demoWalletOrigin()}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The demo wallet, and only it, speaks from the page to the chain. */
function demoWalletOrigin(): string {
  const { DEMO_MODE, CHAIN_RPC_URL } = env();
  return DEMO_MODE && CHAIN_RPC_URL !== undefined ? ` ${new URL(CHAIN_RPC_URL).origin}` : '';
}

export const config = {
  // All pages, however they are asked for: a prefetched page needs its policy as much as another. What is left
  // out is named whole, so that no page begins like it. The pages that are one file have policies of their own.
  matcher: [
    '/((?!api/|api$|_next/static/|_next/image$|icon[.]svg$|recover[.]html$|trail-receipt[.]html$).*)',
  ],
};
