import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { database, inTransaction } from '@/platform/database/database';
import { readPage, readPlace, type KeysetQuery } from '@/platform/database/keyset';
import { AppError } from '@/platform/errors';
import { requirePatient, UNSENT_STATES } from '@/reports/access/lock-received-report';
import type { AccessLogPage } from './access-log-entry';
import { describeEvents } from './describe-events';
import { LOGGED_ACTIONS } from './logged-actions';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';

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
  const entries = await describeEvents(report, actor.accountId, events);
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      action: 'report.access-log-read',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
    }),
  );
  return { entries, newer, older };
}

function parseEventId(text: string): bigint | null {
  return /^\d{1,18}$/.test(text) ? BigInt(text) : null;
}
