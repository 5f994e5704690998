import { cookies } from 'next/headers';
import { sessionCookie } from './session-cookie';
import { openSessionToken } from './session-token';

/** The session id that this request's cookie carries. Only the database decides whether that session is active. */
export async function readSessionId(): Promise<string | null> {
  return openSessionToken((await cookies()).get(sessionCookie().name)?.value);
}
