import { env } from '@/platform/env';

/** How authenticators know us: a passkey works for this host only, and answers are accepted from this origin only. */
export function relyingParty() {
  const { origin, hostname } = new URL(env().APP_URL);
  return { name: 'MedAnchor', id: hostname, origin };
}
