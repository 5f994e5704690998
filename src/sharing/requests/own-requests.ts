import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { requireDoctor } from '@/reports/access/lock-written-report';
import { formatPatientCode } from './patient-code';
import { openTexts } from './sealed-ask';
import { showRequest, type ShownRequest } from './shown-request';

/** A doctor's own request. */
export interface OwnRequest extends ShownRequest {
  /** What the doctor typed: an address or a code. */
  addressee: string;
}

/** A report that a patient chose for a doctor. What it is, only opening it shows. */
export interface GrantedReport {
  reportId: string;
  code: string;
}

const MOST = 100;

/** The requests of a doctor, newest first: one to an unknown address is like one that is not answered. */
export async function listOwnRequests(actor: Actor): Promise<OwnRequest[]> {
  return readOwn(actor, {});
}

/**
 * One request of a doctor and, while it is granted, the reports.
 * @throws AppError not-found for all others
 */
export async function readOwnRequest(
  actor: Actor,
  requestId: string,
): Promise<{ request: OwnRequest; reports: GrantedReport[] }> {
  const [request] = await readOwn(actor, { id: requestId });
  if (request === undefined) throw new AppError('not-found');
  if (request.state !== 'GRANTED') return { request, reports: [] };
  const rows = await database().requestedReport.findMany({
    where: { requestId },
    select: { reportId: true, report: { select: { code: true } } },
    orderBy: { report: { forwardedAt: 'desc' } },
  });
  return {
    request,
    reports: rows.map(({ reportId, report }) => ({ reportId, code: report.code })),
  };
}

async function readOwn(actor: Actor, which: { id?: string }): Promise<OwnRequest[]> {
  requireDoctor(actor);
  const rows = await database().accessRequest.findMany({
    where: { ...which, doctorId: actor.accountId },
    include: { _count: { select: { reports: true } } },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    take: MOST,
  });
  const texts = await openTexts(database(), rows);
  const now = await databaseNow();
  return rows.flatMap((row) => {
    const text = texts.get(row.id);
    if (text === undefined) return [];
    const { addressee } = text.asked;
    const shown = addressee.includes('@') ? addressee : formatPatientCode(addressee);
    return [{ ...showRequest(row, text, now), addressee: shown }];
  });
}
