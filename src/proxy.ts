import { NextResponse, type NextRequest } from 'next/server';
import { env } from '@/platform/env';

/** Gives every page a Content-Security-Policy with a nonce of its own (ASVS 3.4.3). */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Where to return to after a log-in; a page cannot see its own address.
  headers.set('x-path', request.nextUrl.pathname);
  // Next.js reads the nonce for its own scripts from here.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
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
  matcher: [
    {
      source: '/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
};
