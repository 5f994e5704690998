import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { Role } from '@/generated/prisma/enums';
import type { Actor } from './actor';
import { currentSession } from './current-session';

/**
 * The person who opens a page, in the role that the page is for. Call it in every page, not only in its
 * layout: Next.js does not run a layout again when one moves between its pages.
 * A stranger is sent to log in, a session that lacks its second factor to where it is given; another role finds nothing here.
 */
export async function requirePageActor(role: Role): Promise<Actor> {
  const session = await currentSession();
  if (session === null) redirect(await withReturn('/login'));
  const { actor, missing } = session;
  if (missing === 'second-factor') redirect(await withReturn('/second-factor'));
  if (missing === 'factor-setup') redirect(await withReturn('/set-up-second-factor'));
  if (actor.role !== role) notFound();
  return actor;
}

async function withReturn(page: string): Promise<string> {
  const path = (await headers()).get('x-path');
  return path === null ? page : `${page}?next=${encodeURIComponent(path)}`;
}
