import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/accounts/auth-options';
import { AppError } from '@/platform/errors';
import { problemResponse } from '@/platform/problem';
import { readBody } from '../../read-body';

/** Of next-auth's actions those that our log-in page needs; sessions end by DELETE /api/accounts/session. */
const ACTIONS = ['providers', 'csrf', 'callback'];

/** A log-in form: an address, a password of up to 1,000 characters, a token, an address to return to. */
const BODY_CAP = 16 * 1_024;

async function handle(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const [action = ''] = (await context.params).nextauth;
  if (!ACTIONS.includes(action)) return problemResponse(new AppError('not-found'));
  try {
    const capped = await withCappedBody(request);
    // next-auth's types end at a handler of unknown kind; for a route it answers with a Response.
    return (await NextAuth(capped, context, authOptions())) as Response;
  } catch (error) {
    return problemResponse(error);
  }
}

/** The same request with its body in memory: next-auth itself reads a body of any length. */
async function withCappedBody(request: NextRequest): Promise<NextRequest> {
  if (request.method !== 'POST') return request;
  const { url, headers, method } = request;
  return new NextRequest(url, { method, headers, body: await readBody(request, BODY_CAP) });
}

export { handle as GET, handle as POST };
