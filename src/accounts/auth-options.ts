import type { AuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { isUnreachable } from '@/platform/database';
import { env } from '@/platform/env';
import { isAppError, type ErrorCode } from '@/platform/errors';
import { log } from '@/platform/logger';
import { logIn } from './log-in';
import { sessionCookie } from './session-cookie';
import { SESSION_ABSOLUTE_MS } from './session-limits';

const credentialsSchema = z.object({
  email: z.string().min(3).max(254),
  password: z.string().min(1).max(1_000),
});

/** next-auth with one provider; its cookie carries the session's id and nothing else. */
export function authOptions(): AuthOptions {
  return {
    secret: env().SESSION_SECRET,
    useSecureCookies: env().APP_URL.startsWith('https:'),
    session: { strategy: 'jwt', maxAge: SESSION_ABSOLUTE_MS / 1000 },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: '/login', signOut: '/login', error: '/login' },
    providers: [
      credentials({
        credentials: { email: {}, password: {} },
        authorize: async (given) => ({ id: await openSessionFor(given) }),
      }),
    ],
    callbacks: {
      // Asked at log-in only: the action that refreshes cookies is not offered.
      jwt: ({ user }) => ({ sessionId: user.id }),
    },
    logger: {
      error: (code) => log().error({ code }, 'next-auth'),
      warn: (code) => log().warn({ code }, 'next-auth'),
      debug: () => undefined,
    },
  };
}

/** next-auth hands only an error's message to the page: a code of ours. */
async function openSessionFor(given: unknown): Promise<string> {
  try {
    const { sessionId } = await logIn(credentialsSchema.parse(given));
    return sessionId;
  } catch (error) {
    throw new Error(codeOf(error));
  }
}

function codeOf(error: unknown): ErrorCode {
  if (isAppError(error)) return error.code;
  if (error instanceof z.ZodError) return 'wrong-credentials';
  if (isUnreachable(error)) return 'database-unavailable';
  log().error({ err: error }, 'log-in failed');
  return 'internal';
}
