import { headers } from 'next/headers';
import { cache } from 'react';
import { isUnreachable } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { unlessDatabaseAway } from '@/platform/database/unless-database-away';
import type { LiveSession } from './live-session';
import { describeDevice } from '@/accounts/devices/describe-device';
import { findLiveSession } from './find-live-session';
import { readSessionId } from '@/accounts/sessions/cookie/read-session-id';

/**
 * The live session of an active account that makes this request, or null. It may lack its second factor.
 * A page and its layouts share one look-up.
 * @throws AppError database-unavailable: without the database no session can be checked
 */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const sessionId = await readSessionId();
  if (sessionId === null) return null;
  const device = describeDevice((await headers()).get('user-agent'));
  try {
    return await unlessDatabaseAway(findLiveSession(sessionId, device));
  } catch (error) {
    if (isUnreachable(error)) throw new AppError('database-unavailable', { cause: error });
    throw error;
  }
});
