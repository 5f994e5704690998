import { z } from 'zod';
import { readLinkSecret } from '@/platform/http/link-secret';

const KEY = 'medanchor-guest';

const openSessionSchema = z.object({
  sessionId: z.uuid(),
  /** By this device's own clock, ISO 8601. */
  until: z.iso.datetime(),
});

/** A session as this tab knows it. */
export type OpenSession = z.infer<typeof openSessionSchema>;

const memorySchema = z.object({
  token: z.string().regex(/^[\w-]{43}$/),
  session: openSessionSchema.nullable(),
});

/** What this tab, and only it, remembers across a reload. */
export type GuestMemory = z.infer<typeof memorySchema>;

/**
 * Takes the link's secret out of the address bar, so that it is neither seen nor copied from there, and
 * keeps it for this tab. An address without a fragment is this page loaded again: it gets what the tab
 * remembers. A fragment that is no whole secret is another link: it gets nothing, and what the tab
 * remembered is forgotten, so that no report stands under a link that is not its own.
 * @returns null when there is no link, `damaged` when it cannot be read
 */
export function recallGuest(): GuestMemory | 'damaged' | null {
  const link = readLinkSecret(window.location.href);
  if (link.state === 'none') return readMemory();
  window.history.replaceState(null, '', window.location.pathname);
  if (link.state === 'damaged') {
    window.sessionStorage.removeItem(KEY);
    return 'damaged';
  }
  const kept = readMemory();
  if (kept?.token === link.secret) return kept;
  const linked = { token: link.secret, session: null };
  keepMemory(linked);
  return linked;
}

/**
 * Keeps or ends the session of a link, unless the tab shows another link by now.
 * @returns whether the tab still shows this link
 */
export function rememberSession(token: string, session: OpenSession | null): boolean {
  if (readMemory()?.token !== token) return false;
  keepMemory({ token, session });
  return true;
}

/** Whether a session is not over by this device's clock. */
export function isLive(session: OpenSession | null): session is OpenSession {
  return session !== null && Date.parse(session.until) > Date.now();
}

function keepMemory(memory: GuestMemory): void {
  window.sessionStorage.setItem(KEY, JSON.stringify(memory));
}

function readMemory(): GuestMemory | null {
  try {
    const text = window.sessionStorage.getItem(KEY);
    return text === null ? null : (memorySchema.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null;
  }
}
