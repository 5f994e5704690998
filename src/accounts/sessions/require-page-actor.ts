import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { Role } from '@/generated/prisma/enums';
import type { Actor } from './actor';
import { currentActor } from './current-actor';

/**
 * The person who opens a page, in the role that the page is for. Call it in every page, not only in its
 * layout: Next.js does not run a layout again when one moves between its pages.
 * A stranger is sent to log in; another role finds nothing here.
 */
export async function requirePageActor(role: Role): Promise<Actor> {
  const actor = await currentActor();
  if (actor === null) {
    const path = (await headers()).get('x-path');
    redirect(path === null ? '/login' : `/login?next=${encodeURIComponent(path)}`);
  }
  if (actor.role !== role) notFound();
  return actor;
}
