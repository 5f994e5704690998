import type { Actor } from '@/accounts/sessions/actor';
import type { Grant } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { requirePatient } from '@/reports/access/lock-received-report';
import { UNSENT_STATES } from '@/reports/sealed/unsent-states';
import { MAX_FAILED_CODES } from '@/sharing/guest/guest-limits';
import { WITH_KEYS, type KeyedReport } from '@/reports/sealed/keyed-report';
import { openReportKey } from '@/sharing/grants/report-key';
import { openViewerEmail } from '@/sharing/grants/viewer-email';

/** A viewer of a report, as its patient sees them. */
export interface ListedViewer {
  grantId: string;
  email: string;
  /** ISO 8601; null for no end. */
  expiresAt: string | null;
  /**
   * `pending`: in an unconfirmed transaction; `active`, `expired`: on the chain; `removed`: was on the chain.
   * `closed`: on the chain, but too many wrong codes were entered; saving the list again renews it.
   */
  state: 'pending' | 'active' | 'expired' | 'closed' | 'removed';
  /** ISO 8601; null when they never opened the report. */
  lastOpenedAt: string | null;
}

const ORDER: readonly ListedViewer['state'][] = [
  'active',
  'closed',
  'pending',
  'expired',
  'removed',
];

/**
 * Lists the present, pending and former viewers of a report, for its patient.
 * @throws AppError not-found for all others
 */
export async function listViewers(actor: Actor, reportId: string): Promise<ListedViewer[]> {
  requirePatient(actor);
  const report = await database().report.findFirst({
    where: { id: reportId, patientId: actor.accountId, state: { notIn: UNSENT_STATES } },
    include: WITH_KEYS,
  });
  if (report === null) throw new AppError('not-found');
  return viewersOf(report);
}

/** The present, pending and former viewers of a report. */
export async function viewersOf(report: KeyedReport): Promise<ListedViewer[]> {
  const { id: reportId } = report;
  const grants = await database().grant.findMany({
    where: {
      reportId,
      OR: [
        { state: 'ACTIVE' },
        { state: 'PROPOSED', transaction: { status: { in: ['PREPARED', 'SENT'] } } },
        { state: 'REMOVED', links: { some: {} } },
      ],
    },
    orderBy: { createdAt: 'asc' },
  });
  if (grants.length === 0) return [];
  const key = openReportKey(report);
  const opened = await lastOpenings(reportId);
  const now = await databaseNow();
  return grants
    .map((grant) => ({
      grantId: grant.id,
      email: openViewerEmail(key, grant),
      expiresAt: grant.expiresAt?.toISOString() ?? null,
      state: stateOf(grant, now),
    }))
    .map((viewer) => ({ ...viewer, lastOpenedAt: lastOf(opened, viewer)?.toISOString() ?? null }))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

function stateOf({ state, expiresAt, failedCodes }: Grant, now: Date): ListedViewer['state'] {
  if (state === 'REMOVED') return 'removed';
  if (state === 'PROPOSED') return 'pending';
  if (expiresAt !== null && expiresAt <= now) return 'expired';
  return failedCodes < MAX_FAILED_CODES ? 'active' : 'closed';
}

/** When a viewer last opened the report, as a guest or as a doctor who asked for it. */
function lastOf(
  opened: Map<string, Date>,
  { grantId, email }: Pick<ListedViewer, 'grantId' | 'email'>,
): Date | undefined {
  const times = [opened.get(grantId), opened.get(email)].filter((at) => at !== undefined);
  return times.toSorted((a, b) => b.getTime() - a.getTime())[0];
}

/** Grant id of a guest, or address of a doctor → when they last opened the report. */
async function lastOpenings(reportId: string): Promise<Map<string, Date>> {
  const rows = await database().auditEvent.groupBy({
    by: ['actorId'],
    where: { reportId, action: { in: ['guest.opened', 'request.opened'] } },
    _max: { at: true },
  });
  const doctors = await database().account.findMany({
    where: { id: { in: rows.map(({ actorId }) => actorId) } },
    select: { id: true, confirmedEmail: true },
  });
  const emails = new Map(doctors.map(({ id, confirmedEmail }) => [id, confirmedEmail]));
  return new Map(
    rows.flatMap(({ actorId, _max }) =>
      _max.at ? [[emails.get(actorId) ?? actorId, _max.at] as const] : [],
    ),
  );
}
