import { normaliseEmail } from '@/accounts/email/normalise-email';
import { findGenuineAccount } from '@/accounts/passwords/account-mac';
import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import type { OfferedQuote } from '@/registry/relayer/clinic-offer';
import { requirePatient } from '@/reports/access/lock-received-report';
import type { PreparedTransaction } from '@/sharing/anchoring/prepared-transaction';
import type { Viewer } from '@/sharing/grants/viewers';
import { listViewers, type ListedViewer } from '@/sharing/viewers/list-viewers';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import { quotePermissionChange } from '@/sharing/viewers/quote-permission-change';
import { requireGenuine } from './lock-request';
import { stateAt } from './request-state';

/**
 * Prepares the transaction by which a granted request takes effect for one report, or by which an ended one is taken off
 * the chain: the list of viewers with the doctor, or without. All other viewers stay as they are.
 * @throws AppError as preparePermissionChange; wrong-state when there is nothing to do
 */
export async function prepareRequestedChange(
  actor: Actor,
  requestId: string,
  reportId: string,
): Promise<PreparedTransaction> {
  const viewers = await viewersAfter(actor, requestId, reportId);
  return preparePermissionChange(actor, reportId, viewers);
}

/**
 * What that transaction would cost now. Writes nothing.
 * @throws AppError as quotePermissionChange; wrong-state when there is nothing to do
 */
export async function quoteRequestedChange(
  actor: Actor,
  requestId: string,
  reportId: string,
): Promise<OfferedQuote> {
  const viewers = await viewersAfter(actor, requestId, reportId);
  return quotePermissionChange(actor, reportId, viewers.length);
}

/** The list of viewers that a request asks for in its present state. */
async function viewersAfter(actor: Actor, requestId: string, reportId: string): Promise<Viewer[]> {
  requirePatient(actor);
  const found = await database().accessRequest.findFirst({
    where: { id: requestId, patientId: actor.accountId, reports: { some: { reportId } } },
  });
  const request = await requireGenuine(database(), found);
  const doctor = await findGenuineAccount(database(), request.doctorId);
  if (doctor === null) throw new AppError('not-found');
  const email = normaliseEmail(doctor.email);
  const listed = (await listViewers(actor, reportId)).filter(isPresent);
  const others = listed.filter((viewer) => viewer.email !== email);
  const own = listed.find((viewer) => viewer.email === email);
  const isGranted = stateAt(request, await databaseNow()) === 'GRANTED';
  if (isGranted ? own !== undefined && lastsUntil(own, request.until) : own === undefined) {
    throw new AppError('wrong-state');
  }
  return isGranted ? [...others, { email, expiresAt: request.until.toISOString() }] : others;
}

function isPresent({ state }: ListedViewer): boolean {
  return state === 'active' || state === 'closed';
}

function lastsUntil({ expiresAt }: ListedViewer, until: Date): boolean {
  return expiresAt === null || new Date(expiresAt) >= until;
}
