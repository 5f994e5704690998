/** What every answer carries, whatever it is and however it was asked for. */
export const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  // Browsers heed this over https only, so that a demo on loopback stays reachable.
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
} as const;

/**
 * The Content-Security-Policy of answers that are no page: they run, load and embed nothing. Pages have one
 * with a nonce (src/proxy.ts).
 */
export const NO_PAGE_POLICY =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
