import { inTransaction } from '@/platform/database/database';
import type { Actor } from './actor';
import { endSession } from './end-session';

/** Ends this one session. */
export async function logOut(actor: Actor): Promise<void> {
  await inTransaction((tx) => endSession(tx, actor.sessionId));
}
