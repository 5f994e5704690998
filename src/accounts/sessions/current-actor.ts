import { headers } from 'next/headers';
import { cache } from 'react';
import { isUnreachable } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { unlessDatabaseAway } from '@/platform/database/unless-database-away';
import type { Actor } from './actor';
import { describeDevice } from '@/accounts/devices/describe-device';
import { findLiveActor } from './find-live-actor';
import { readSessionId } from './read-session-id';

/**
 * The person who makes this request, or null: an active account with an active session.
 * A page and its layouts share one look-up.
 * @throws AppError database-unavailable: without the database no session can be checked
 */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const sessionId = await readSessionId();
  if (sessionId === null) return null;
  const device = describeDevice((await headers()).get('user-agent'));
  try {
    return await unlessDatabaseAway(findLiveActor(sessionId, device));
  } catch (error) {
    if (isUnreachable(error)) throw new AppError('database-unavailable', { cause: error });
    throw error;
  }
});
