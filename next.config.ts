import type { NextConfig } from 'next';
import { buildEnv } from './src/platform/env';

const { DEMO_MODE, NEXT_DIST_DIR } = buildEnv();

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=()' },
  // Browsers heed this over https only, so that a demo on loopback stays reachable.
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
];

const config: NextConfig = {
  distDir: NEXT_DIST_DIR,
  poweredByHeader: false,
  reactStrictMode: true,
  // Native or file-reading packages run as they are, outside the bundle.
  serverExternalPackages: [
    '@node-rs/argon2',
    'fontkit',
    'mariadb',
    'nodemailer',
    'pdfkit',
    'pino',
    'piscina',
  ],
  // A constant of the build: where it is 'false' the demo wallet's code is left out.
  env: { NEXT_PUBLIC_DEMO_WALLET: String(DEMO_MODE) },
  headers: () => Promise.resolve([{ source: '/:path*', headers: securityHeaders }]),
};

export default config;
