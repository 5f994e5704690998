import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database/database';
import { isAppError } from '@/platform/errors';
import type { GuestGrant } from '@/sharing/guest/guest-grant';
import type { GuestReport } from '@/sharing/guest/guest-report-schema';
import { openPermitted, type TracedViewer } from '@/sharing/guest/open-permitted';
import { recordCopy } from '@/sharing/guest/record-copy';
import { showOpened } from '@/sharing/guest/read-guest-report';
import { findRequestedGrant } from './find-requested-grant';

/**
 * Reads a report for a doctor to whom its patient granted it, on the path of guests: the chain is asked first, and when it
 * does not permit it, or cannot be asked, nothing is shown whatever our own tables say.
 * @throws AppError as findRequestedGrant and openPermitted
 */
export async function readRequestedReport(
  actor: Actor,
  requestId: string,
  reportId: string,
): Promise<GuestReport> {
  const grant = await findOrRecord(actor, requestId, reportId);
  return showOpened(await openPermitted(grant, viewerOf(actor, requestId)));
}

/**
 * Records that the doctor saved its PDF.
 * @throws AppError as findRequestedGrant
 */
export async function recordRequestedCopy(
  actor: Actor,
  requestId: string,
  reportId: string,
): Promise<void> {
  const grant = await findRequestedGrant(actor, requestId, reportId);
  await recordCopy(grant, viewerOf(actor, requestId));
}

function viewerOf({ accountId }: Actor, requestId: string): TracedViewer {
  return {
    actor: { actorKind: 'ACCOUNT', actorId: accountId },
    relation: 'requester',
    opened: 'request.opened',
    refused: 'request.refused',
    details: { requestId },
  };
}

/** A try after the end is part of the report's access log, too. */
async function findOrRecord(
  actor: Actor,
  requestId: string,
  reportId: string,
): Promise<GuestGrant> {
  try {
    return await findRequestedGrant(actor, requestId, reportId);
  } catch (error) {
    if (isAppError(error, 'grant-removed', 'grant-expired')) {
      const details = { requestId, because: error.code };
      await inTransaction((tx) =>
        appendAuditEvent(tx, {
          ...{ action: 'request.refused', actorKind: 'ACCOUNT', actorId: actor.accountId },
          ...{ reportId, details },
        }),
      );
    }
    throw error;
  }
}
