import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { isAppError } from '@/platform/errors';
import { checkGuestPermission } from '@/sharing/guest/check-guest-permission';
import type { GuestGrant } from '@/sharing/guest/guest-grant';
import type { GuestReport } from '@/sharing/guest/guest-report-schema';
import { wasPermissionTaken } from '@/sharing/guest/is-removal-requested';
import {
  openPermitted,
  recordViewerRefusal,
  type TracedViewer,
} from '@/sharing/guest/open-permitted';
import { recordCopy } from '@/sharing/guest/record-copy';
import { showOpened } from '@/sharing/guest/read-guest-report';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { findRequestedGrant, wasTaken } from './find-requested-grant';

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
  const check = () => checkGuestPermission(grant);
  const viewer = { ...viewerOf(actor, requestId), wasTaken: () => wasPermissionTaken(grant) };
  return showOpened(await openPermitted(grant.report, check, viewer));
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
    if (isAppError(error) && (error.code === 'grant-removed' || error.code === 'grant-expired')) {
      const report = await database().report.findUniqueOrThrow({
        where: { id: reportId },
        include: WITH_KEYS,
      });
      const isTaken = () => wasTaken(actor, requestId, reportId);
      const viewer = { ...viewerOf(actor, requestId), wasTaken: isTaken };
      await recordViewerRefusal(report, viewer, error.code);
    }
    throw error;
  }
}
