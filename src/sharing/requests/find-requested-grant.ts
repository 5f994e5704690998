import { normaliseEmail } from '@/accounts/email/normalise-email';
import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { requireDoctor } from '@/reports/access/lock-written-report';
import { openReportKey } from '@/sharing/grants/report-key';
import { openViewerEmail } from '@/sharing/grants/viewer-email';
import { viewerTag } from '@/sharing/grants/viewer-tag';
import { withReport, type GuestGrant } from '@/sharing/guest/guest-grant';
import { requireGenuine } from './lock-request';
import { stateAt } from './request-state';

/**
 * Finds the grant by which a doctor may read a report that they asked for. It is the doctor's own by the commitment that
 * the chain keeps: its address is the one of this account, so a row that names another doctor opens nothing.
 * @throws AppError not-found; grant-expired when the time is over; grant-removed when the patient has ended it or their
 * wallet has not put this doctor on the list
 */
export async function findRequestedGrant(
  actor: Actor,
  requestId: string,
  reportId: string,
): Promise<GuestGrant> {
  requireDoctor(actor);
  const where = { id: requestId, doctorId: actor.accountId };
  const request = await database().accessRequest.findFirst({
    where: { ...where, reports: { some: { reportId } } },
  });
  const { patientId, ...rest } = await requireGenuine(database(), request);
  const state = stateAt(rest, await databaseNow());
  if (state === 'EXPIRED') throw new AppError('grant-expired');
  if (state !== 'GRANTED' || patientId === null) throw new AppError('grant-removed');
  const grants = await database().grant.findMany({
    // Not only ACTIVE ones: the chain may be ahead of our index, and the guests' checks ask it.
    where: { reportId, state: { not: 'REMOVED' }, report: { patientId } },
    include: withReport,
    orderBy: { createdAt: 'desc' },
  });
  const own = grants.filter((grant) => isOwn(grant, actor));
  const grant = own.find((one) => one.state === 'ACTIVE') ?? own[0];
  if (grant === undefined) throw new AppError('grant-removed');
  return grant;
}

/** Whether the patient had granted a doctor a report by a request, and has taken that back. */
export async function wasTaken(
  { accountId, email }: Actor,
  requestId: string,
  reportId: string,
): Promise<boolean> {
  const request = await database().accessRequest.findFirst({
    where: { id: requestId, doctorId: accountId, reports: { some: { reportId } } },
  });
  if (request === null || request.decidedAt === null) return false;
  if (request.state === 'ENDED') return true;
  const removed = await database().grant.findMany({
    // One of before was of an earlier request.
    where: { reportId, state: 'REMOVED', removedAt: { gt: request.decidedAt } },
    include: withReport,
  });
  return removed.some((grant) => isOwn(grant, { email }));
}

function isOwn(grant: GuestGrant, { email }: Pick<Actor, 'email'>): boolean {
  const key = openReportKey(grant.report);
  const own = normaliseEmail(email);
  if (openViewerEmail(key, grant) !== own) return false;
  return Buffer.compare(viewerTag(key, grant.salt, own), grant.tag) === 0;
}
