import { getDoctor } from '@/accounts/doctors/get-doctor';
import { normaliseEmail } from '@/accounts/email/normalise-email';
import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import type { Translate } from '@/messages/translator';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { requireTemplate } from '@/reports/sealed/report-template';
import { templateTitle } from '@/reports/templates/templates';
import { findOpenTransaction } from '@/sharing/anchoring/find-open-transaction';
import { viewersOf } from '@/sharing/viewers/list-viewers';
import { requireGenuine } from './lock-request';
import { listReceivedRequests, type ReceivedRequest } from './received-requests';
import { findMatching } from './find-matching';

/** A report that a request asks for. */
export interface MatchingLine {
  reportId: string;
  title: string;
  code: string;
  /** ISO 8601 */
  sentAt: string;
  /** Whether it can be shared: it is on the chain, and valid. */
  isSealed: boolean;
  /** How many viewers it has now. */
  viewers: number;
}

/** A report that the patient chose. */
export interface ChosenLine {
  reportId: string;
  title: string;
  code: string;
  /** Whether the list on the chain has the doctor, as our index knows it. */
  isListed: boolean;
  /** The wallet that owns it on the chain, EIP-55; null where the index does not have it. */
  account: string | null;
  openTransactionId: string | null;
}

/** Everything that a patient needs to decide about a request, or to carry the decision out. */
export interface RequestToDecide {
  request: ReceivedRequest;
  /** While it waits for an answer. */
  matching: MatchingLine[];
  /** Once it was granted. */
  chosen: ChosenLine[];
}

/**
 * Reads a request for its patient, with the reports that it is about.
 * @throws AppError not-found for all others; object-altered when the doctor's data were altered
 */
export async function readReceivedRequest(
  actor: Actor,
  requestId: string,
  t: Translate,
): Promise<RequestToDecide> {
  const [request] = await listReceivedRequests(actor, { id: requestId });
  if (request === undefined) throw new AppError('not-found');
  const row = await database().accessRequest.findUnique({ where: { id: requestId } });
  const { doctorId } = await requireGenuine(database(), row);
  if (request.state !== 'ASKED') {
    return { request, matching: [], chosen: await chosenLines(actor, requestId, doctorId, t) };
  }
  // Whom the patient trusts is what an administrator approved, not what a row says.
  const { name, clinic } = await getDoctor(database(), doctorId);
  const matching = await findMatching(database(), actor.accountId, request);
  const viewers = await countViewers(matching.map(({ id }) => id));
  return {
    request: { ...request, doctor: { name, clinic } },
    matching: matching.map((report) => ({
      reportId: report.id,
      title: templateTitle(report.template, t),
      code: report.code,
      sentAt: (report.forwardedAt ?? report.createdAt).toISOString(),
      isSealed: report.state === 'ANCHORED',
      viewers: viewers.get(report.id) ?? 0,
    })),
    chosen: [],
  };
}

async function countViewers(reportIds: string[]): Promise<Map<string, number>> {
  const rows = await database().grant.groupBy({
    by: ['reportId'],
    where: { reportId: { in: reportIds }, state: 'ACTIVE' },
    _count: true,
  });
  return new Map(rows.map(({ reportId, _count }) => [reportId, _count]));
}

async function chosenLines(
  actor: Actor,
  requestId: string,
  doctorId: string,
  t: Translate,
): Promise<ChosenLine[]> {
  const reports = await database().report.findMany({
    where: { patientId: actor.accountId, requests: { some: { requestId } } },
    include: WITH_KEYS,
    orderBy: { forwardedAt: 'desc' },
  });
  const doctor = await database().account.findUniqueOrThrow({ where: { id: doctorId } });
  const email = normaliseEmail(doctor.email);
  const lines: ChosenLine[] = [];
  for (const report of reports) {
    const { id: reportId, code, contentHash } = report;
    const viewers = await viewersOf(report);
    const index =
      contentHash === null
        ? null
        : await database().chainReport.findUnique({ where: { contentHash } });
    const open = await findOpenTransaction(actor, reportId);
    lines.push({
      ...{ reportId, code, title: templateTitle(requireTemplate(report), t) },
      isListed: viewers.some(
        (viewer) =>
          viewer.email === email && (viewer.state === 'active' || viewer.state === 'closed'),
      ),
      account: report.state === 'ANCHORED' ? (index?.owner ?? null) : null,
      openTransactionId: open?.transactionId ?? null,
    });
  }
  return lines;
}
