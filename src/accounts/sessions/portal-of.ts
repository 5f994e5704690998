import type { Role } from '@/generated/prisma/enums';

/** The first page of each role's portal. */
export const PORTAL_OF: Record<Role, `/${string}`> = {
  PATIENT: '/patient',
  DOCTOR: '/doctor',
  ADMIN: '/admin',
};

/**
 * Where a log-in leads: the page that asked for it, if it is one of our own, else the role's portal.
 * @param next path and query as they stand in the address, so possibly anything
 */
export function afterLogin(role: Role, next: string | null): string {
  const portal = PORTAL_OF[role];
  if (next?.startsWith(portal) !== true) return portal;
  const rest = next.slice(portal.length);
  return rest === '' || rest.startsWith('/') || rest.startsWith('?') ? next : portal;
}
