import { NAME_COLUMNS, nameOfAccount } from '@/accounts/people/both-spellings';
import { readableEmail } from '@/accounts/email/readable-email';
import { placeOf } from '@/audit/days/event-place';
import { findSealedDays, type SealedDays } from '@/audit/days/find-sealed-days';
import type { AuditEvent } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import type { KeyedReport } from '@/reports/sealed/keyed-report';
import { openReportKey } from '@/sharing/grants/report-key';
import { openViewerEmail } from '@/sharing/grants/viewer-email';
import type { AccessLogEntry } from './access-log-entry';
import { isLogged } from './logged-actions';

/**
 * Events of a report's trail as its patient reads them.
 * @param patientId whose own acts are named as theirs
 * @returns in the same order; events that the access log does not show are left out
 */
export async function describeEvents(
  report: KeyedReport,
  patientId: string,
  events: AuditEvent[],
): Promise<AccessLogEntry[]> {
  const people = await namesOf(report, events);
  const sealed = await findSealedDays(events.map(({ id }) => id));
  return events.flatMap((event) => toEntry(event, patientId, people, sealed));
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

function toEntry(
  event: AuditEvent,
  patientId: string,
  names: Map<string, string>,
  sealed: SealedDays,
): AccessLogEntry[] {
  const { actorKind, actorId } = event;
  const action = actionOf(event);
  if (action === null) return [];
  const [grantId] = concernedGrant(event);
  const entry = {
    id: event.id.toString(),
    at: event.at.toISOString(),
    action,
    viewer: grantId === undefined ? null : (names.get(grantId) ?? null),
    place: placeOf(event),
    sealedAt: sealed.get(event.id)?.toISOString() ?? null,
  };
  if (actorKind === 'SYSTEM') return [{ ...entry, who: 'system', name: null }];
  if (actorId === patientId) return [{ ...entry, who: 'you', name: null }];
  // The name of a person with whom the patient has nothing to do is not theirs to know.
  if (BY_STRANGERS.has(action) && actorKind === 'ACCOUNT')
    return [{ ...entry, who: 'stranger', name: null }];
  const name = names.get(actorId) ?? null;
  return [{ ...entry, who: actorKind === 'GUEST' ? 'guest' : 'doctor', name }];
}

const BY_STRANGERS = new Set<AccessLogEntry['action']>([
  'report.refused',
  'violation.denied-attempts',
  'violation.export-beyond-scope',
]);

function actionOf(event: AuditEvent): AccessLogEntry['action'] | null {
  const { action } = event;
  if (!isLogged(action)) return null;
  const what = detail(event, 'what');
  if (!isOpening(action) || READINGS.has(what)) return action;
  return what === 'copy' ? 'pdf-copied' : 'pdf-opened';
}

/** What is opened that is more than the PDF alone: a page's summary, or a guest's page and PDF together. */
const READINGS = new Set<unknown>(['summary', 'report']);

/** Events of version 0.1.0 by a patient or doctor do not record what was opened: it was the PDF. */
function isOpening(action: string): boolean {
  return ['guest.opened', 'report.opened', 'request.opened', 'emergency.report-opened'].includes(
    action,
  );
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
