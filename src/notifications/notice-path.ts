import type { Role } from '@/generated/prisma/enums';
import { NOTICE_KINDS, type NoticeKind } from './notice-kinds';

const PORTALS = {
  PATIENT: '/patient',
  DOCTOR: '/doctor',
  ADMIN: '/admin',
} as const satisfies Record<Role, string>;

/** The page with all notifications of a role. */
export function notificationsPath(role: Role): string {
  return `${PORTALS[role]}/notifications`;
}

/** The page where a person chooses which notifications are mailed. */
export function mailSettingsPath(role: Role): string {
  return `${notificationsPath(role)}/settings`;
}

/**
 * The page that a notice is about. One about several reports leads to the list of them.
 * @param notice.reports how many; null for one
 */
export function noticePath(
  role: Role,
  { kind, refId, reports }: { kind: NoticeKind; refId: string | null; reports: number | null },
): string {
  const { page } = NOTICE_KINDS[kind];
  if (page !== 'thing') return `${PORTALS[role]}${page}`;
  if (refId === null || (reports ?? 1) > 1) return PORTALS[role];
  const path = `${PORTALS[role]}/reports/${refId}`;
  return kind === 'report-opened' || kind === 'violation-found' ? `${path}/access` : path;
}
