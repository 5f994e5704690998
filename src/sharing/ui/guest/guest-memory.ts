import { z } from 'zod';

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
 * keeps it for this tab. Without a new secret, what the tab remembers.
 */
export function recallGuest(): GuestMemory | null {
  const fragment = window.location.hash.slice(1);
  const linked = memorySchema.safeParse({ token: fragment, session: null });
  if (fragment !== '') window.history.replaceState(null, '', window.location.pathname);
  const kept = readKept();
  if (!linked.success) return kept;
  if (kept?.token === linked.data.token) return kept;
  rememberGuest(linked.data);
  return linked.data;
}

/** Keeps the link's secret and, once there is one, the session for this tab. */
export function rememberGuest(memory: GuestMemory): void {
  window.sessionStorage.setItem(KEY, JSON.stringify(memory));
}

/** Whether a session is not over by this device's clock. */
export function isLive(session: OpenSession | null): session is OpenSession {
  return session !== null && Date.parse(session.until) > Date.now();
}

function readKept(): GuestMemory | null {
  try {
    const text = window.sessionStorage.getItem(KEY);
    return text === null ? null : (memorySchema.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null;
  }
}
