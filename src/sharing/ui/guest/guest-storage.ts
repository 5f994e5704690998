import { z } from 'zod';
import { readLinkSecret } from '@/platform/http/link-secret';

const KEY = 'medanchor-guest';

const openSessionSchema = z.object({
  sessionId: z.uuid(),
  /** By this device's own clock, ISO 8601. */
  until: z.iso.datetime(),
});

/** A session as this tab stores it. */
export type OpenSession = z.infer<typeof openSessionSchema>;

const storedGuestSchema = z.object({
  token: z.string().regex(/^[\w-]{43}$/),
  session: openSessionSchema.nullable(),
});

/** The guest's link and session, stored for this tab only, across a reload. */
export type StoredGuest = z.infer<typeof storedGuestSchema>;

/**
 * Removes the link's secret from the address bar, so that it is neither seen nor copied from there, and stores it for
 * this tab. An address without a fragment is a reload of this page: the stored link is used. A fragment that is no
 * whole secret belongs to another link: what the tab has stored is removed, so that no report is shown with another
 * link than its own.
 * @returns null when there is no link, `damaged` when it cannot be read
 */
export function restoreGuest(): StoredGuest | 'damaged' | null {
  const link = readLinkSecret(window.location.href);
  if (link.state === 'none') return readGuest();
  window.history.replaceState(null, '', window.location.pathname);
  if (link.state === 'damaged') {
    window.sessionStorage.removeItem(KEY);
    return 'damaged';
  }
  const stored = readGuest();
  if (stored?.token === link.secret) return stored;
  const linked = { token: link.secret, session: null };
  writeGuest(linked);
  return linked;
}

/**
 * Stores or removes the session of a link, unless the tab shows another link by now.
 * @returns whether the tab still shows this link
 */
export function storeSession(token: string, session: OpenSession | null): boolean {
  if (readGuest()?.token !== token) return false;
  writeGuest({ token, session });
  return true;
}

/** Whether a session has not expired by this device's clock. */
export function isLive(session: OpenSession | null): session is OpenSession {
  return session !== null && Date.parse(session.until) > Date.now();
}

function writeGuest(guest: StoredGuest): void {
  window.sessionStorage.setItem(KEY, JSON.stringify(guest));
}

function readGuest(): StoredGuest | null {
  try {
    const text = window.sessionStorage.getItem(KEY);
    return text === null ? null : (storedGuestSchema.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null;
  }
}
