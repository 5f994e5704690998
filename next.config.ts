import createNextIntlPlugin from 'next-intl/plugin';
import type { NextConfig } from 'next';
import { buildEnv } from './src/platform/env';
import { NO_PAGE_POLICY, SECURITY_HEADERS } from './src/platform/http/security-headers';

const { DEMO_MODE, NEXT_DIST_DIR } = buildEnv();

const securityHeaders = Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value }));
const noPagePolicy = { key: 'Content-Security-Policy', value: NO_PAGE_POLICY };

const config: NextConfig = {
  distDir: NEXT_DIST_DIR,
  poweredByHeader: false,
  reactStrictMode: true,
  // Their check is one of its own, `npm run types`, which takes longer than all else of a build.
  typescript: { ignoreBuildErrors: true },
  // Native or file-reading packages run as they are, outside the bundle.
  serverExternalPackages: [
    '@node-rs/argon2',
    'fontkit',
    'mariadb',
    'nodemailer',
    'pdfjs-dist',
    'pdfkit',
    'pino',
    'piscina',
    'prom-client',
  ],
  turbopack: {
    resolveAlias: {
      // The browser gets compiled sentences (scripts/messages/browser-messages.ts) and needs no parser.
      'use-intl/format-message': { browser: 'use-intl/format-message/format-only' },
      // Fields keep the id of their first rendering and need no second one.
      '@mantine/hooks': './src/components/mantine/hooks.ts',
    },
  },
  // A constant of the build: where it is 'false' the demo wallet's code is left out.
  env: { NEXT_PUBLIC_DEMO_WALLET: String(DEMO_MODE) },
  headers: () =>
    Promise.resolve([
      { source: '/:path*', headers: securityHeaders },
      { source: '/api/:path*', headers: [noPagePolicy] },
    ]),
};

export default createNextIntlPlugin('./src/messages/request.ts')(config);
