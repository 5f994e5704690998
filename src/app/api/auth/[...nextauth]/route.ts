import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/accounts/auth-options';
import { AppError } from '@/platform/errors';
import { problemResponse } from '@/platform/problem';

/** Of next-auth's actions those that our log-in page needs; sessions end by DELETE /api/accounts/session. */
const ACTIONS = ['providers', 'csrf', 'callback'];

async function handle(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const [action = ''] = (await context.params).nextauth;
  if (!ACTIONS.includes(action)) return problemResponse(new AppError('not-found'));
  // next-auth's types end at a handler of unknown kind; for a route it answers with a Response.
  return (await NextAuth(request, context, authOptions())) as Response;
}

export { handle as GET, handle as POST };
