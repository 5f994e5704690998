import { NAME_COLUMNS, nameOfAccount } from '@/accounts/people/both-spellings';
import type { Actor } from '@/accounts/sessions/actor';
import { readableEmail } from '@/accounts/email/readable-email';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { AuditEvent } from '@/generated/prisma/client';
import { database, inTransaction } from '@/platform/database/database';
import { readPage, readPlace, type KeysetQuery } from '@/platform/database/keyset';
import { AppError } from '@/platform/errors';
import { requirePatient, UNSENT_STATES } from '@/reports/access/lock-received-report';
import type { AccessLogEntry, AccessLogPage } from './access-log-entry';
import { isLogged, LOGGED_ACTIONS } from './logged-actions';
import { WITH_KEYS, type KeyedReport } from '@/reports/sealed/keyed-report';
import { openReportKey } from '@/sharing/grants/report-key';
import { openViewerEmail } from '@/sharing/grants/viewer-email';

const PAGE = 50;

/**
 * Reads one page of a report's access log, newest first, for its patient. Reading it is logged too, and shown the next
 * time.
 * @param page where it begins, see platform/database/keyset.ts; null for the newest
 * @throws AppError not-found for all others
 */
export async function readAccessLog(
  actor: Actor,
  reportId: string,
  page: string | null,
): Promise<AccessLogPage> {
  requirePatient(actor);
  const report = await database().report.findFirst({
    where: { id: reportId, patientId: actor.accountId, state: { notIn: UNSENT_STATES } },
    include: WITH_KEYS,
  });
  if (report === null) throw new AppError('not-found');
  const {
    rows: events,
    newer,
    older,
  } = await readPage(
    readPlace(page, parseEventId),
    PAGE,
    ({ key, direction, take }: KeysetQuery<bigint>) =>
      database().auditEvent.findMany({
        where: {
          ...{ reportId, action: { in: LOGGED_ACTIONS } },
          ...(key !== null && { id: direction === 'older' ? { lt: key } : { gt: key } }),
        },
        orderBy: { id: direction === 'older' ? 'desc' : 'asc' },
        take,
      }),
    ({ id }) => String(id),
  );
  const people = await namesOf(report, events);
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      action: 'report.access-log-read',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
    }),
  );
  const entries = events.flatMap((event) => toEntry(event, actor, people));
  return { entries, newer, older };
}

function parseEventId(text: string): bigint | null {
  return /^\d{1,18}$/.test(text) ? BigInt(text) : null;
}

/** Account id or grant id → name or e-mail. */
async function namesOf(report: KeyedReport, events: AuditEvent[]): Promise<Map<string, string>> {
  const ids = [...new Set(events.flatMap((event) => [event.actorId, ...concernedGrant(event)]))];
  const accounts = await database().account.findMany({
    where: { id: { in: ids } },
    select: { id: true, ...NAME_COLUMNS },
  });
  const names = new Map(accounts.map((account) => [account.id, nameOfAccount(account)]));
  const grants = await database().grant.findMany({
    where: { reportId: report.id, id: { in: ids } },
  });
  if (grants.length === 0) return names;
  const key = openReportKey(report);
  for (const grant of grants) names.set(grant.id, readableEmail(openViewerEmail(key, grant)));
  return names;
}

function toEntry(event: AuditEvent, actor: Actor, names: Map<string, string>): AccessLogEntry[] {
  const { actorKind, actorId } = event;
  const action = actionOf(event);
  if (action === null) return [];
  const [grantId] = concernedGrant(event);
  const entry = {
    id: event.id.toString(),
    at: event.at.toISOString(),
    action,
    viewer: grantId === undefined ? null : (names.get(grantId) ?? null),
  };
  if (actorKind === 'SYSTEM') return [{ ...entry, who: 'system', name: null }];
  if (actorId === actor.accountId) return [{ ...entry, who: 'you', name: null }];
  const name = names.get(actorId) ?? null;
  return [{ ...entry, who: actorKind === 'GUEST' ? 'guest' : 'doctor', name }];
}

function actionOf(event: AuditEvent): AccessLogEntry['action'] | null {
  const { action } = event;
  if (!isLogged(action)) return null;
  return isOpening(action) && !READINGS.has(detail(event, 'what')) ? 'pdf-opened' : action;
}

/** What is opened that is more than the PDF alone: a page's summary, or a guest's page and PDF together. */
const READINGS = new Set<unknown>(['summary', 'report']);

/** Events of version 0.1.0 by a patient or doctor do not record what was opened: it was the PDF. */
function isOpening(action: string): boolean {
  return action === 'guest.opened' || action === 'report.opened';
}

/** The grant that an event of the system itself is about. */
function concernedGrant(event: AuditEvent): string[] {
  const grantId = detail(event, 'grantId');
  return typeof grantId === 'string' ? [grantId] : [];
}

function detail({ details }: AuditEvent, name: string): unknown {
  return typeof details === 'object' && details !== null && !Array.isArray(details)
    ? details[name]
    : undefined;
}
