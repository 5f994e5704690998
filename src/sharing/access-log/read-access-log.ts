import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { Prisma } from '@/generated/prisma/client';
import { database, inTransaction } from '@/platform/database/database';
import { readPage, readPlace, type KeysetQuery } from '@/platform/database/keyset';
import { comparison } from '@/platform/database/keyset-sql';
import { AppError } from '@/platform/errors';
import { requirePatient } from '@/reports/access/lock-received-report';
import { UNSENT_STATES } from '@/reports/sealed/unsent-states';
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
    (query: KeysetQuery<bigint>) => readEvents(reportId, query),
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

/** One range of the report's index, see keyset-sql.ts. */
async function readEvents(reportId: string, { key, direction, take }: KeysetQuery<bigint>) {
  const [is, order] = comparison(direction);
  const beyond = key === null ? Prisma.empty : Prisma.sql`AND id ${is} ${key}`;
  const ids = await database().$queryRaw<{ id: bigint }[]>`
    SELECT id FROM AuditEvent FORCE INDEX (AuditEvent_reportId_id_idx)
    WHERE reportId = ${reportId} AND action IN (${Prisma.join(LOGGED_ACTIONS)}) ${beyond}
    ORDER BY id ${order} LIMIT ${take}`;
  return database().auditEvent.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: { id: direction === 'older' ? 'desc' : 'asc' },
  });
}

function parseEventId(text: string): bigint | null {
  return /^\d{1,18}$/.test(text) ? BigInt(text) : null;
}
