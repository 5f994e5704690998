import type { Actor } from './actor';
import { currentSession } from './current-session';

/**
 * The person who makes this request, or null: an active account with an active session that lacks nothing.
 * A session without its second factor belongs to nobody.
 * @throws AppError database-unavailable: without the database no session can be checked
 */
export async function currentActor(): Promise<Actor | null> {
  const session = await currentSession();
  return session?.missing === null ? session.actor : null;
}
