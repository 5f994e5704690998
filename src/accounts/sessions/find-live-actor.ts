import type { Actor } from './actor';
import { findLiveSession } from './find-live-session';

/**
 * The active account behind a live session that lacks nothing.
 * @param device the browser that makes this request
 */
export async function findLiveActor(
  sessionId: string,
  device: string | null = null,
): Promise<Actor | null> {
  const session = await findLiveSession(sessionId, device);
  return session?.missing === null ? session.actor : null;
}
