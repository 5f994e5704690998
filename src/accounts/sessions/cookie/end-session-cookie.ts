import { cookies } from 'next/headers';
import { sessionCookie } from './session-cookie';

/** Takes the cookie out of the browser of this request. */
export async function endSessionCookie(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
