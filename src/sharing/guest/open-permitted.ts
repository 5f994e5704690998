import { appendAuditEvent } from '@/audit/append-audit-event';
import type { AuditEntry } from '@/audit/audit-entry';
import type { Relation } from '@/audit/policy/action-policy';
import { notify } from '@/notifications/notify';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import type { OnChainReport } from '@/registry/contract/read-report';
import { openStoredDocument } from '@/reports/content/open-stored-document';
import { countReadPatient } from '@/reports/violations/count-read-patient';
import { countRefusal } from '@/reports/violations/count-refusal';
import { checkGuestPermission } from './check-guest-permission';
import type { GuestGrant } from './guest-grant';
import type { PermissionRefusal } from './guest-refusal';

/** A report opened for one view of one viewer. */
export interface OpenedReport {
  grant: GuestGrant;
  chain: OnChainReport;
  /** When the chain was read. */
  askedAt: Date;
  permittedUntil: Date | null;
  /** Its hash is the one on the chain. */
  pdf: Uint8Array;
}

/** Who views, as the trail names it: a guest with a code, or a doctor who is logged in. */
export interface TracedViewer {
  actor: Pick<AuditEntry, 'actorKind' | 'actorId'>;
  /** As seen from the report. */
  relation: Relation;
  opened: 'guest.opened' | 'request.opened';
  refused: 'guest.denied' | 'request.refused';
  /** Names what led to it in the events. */
  details?: Record<string, string>;
}

/**
 * Opens a report for one view: one question to the chain, one object read, one decryption. Checks in this order:
 * permission on the chain, key, stored object, hash; then appends to the audit trail. When one of them fails, nothing is
 * shown.
 * @param grant of the viewer, who has proved who they are
 * @throws AppError grant-removed, grant-expired, grant-paused, report-invalid, issuer-compromised; chain-unavailable,
 * store-unavailable, object-altered
 */
export async function openPermitted(
  grant: GuestGrant,
  viewer: TracedViewer,
): Promise<OpenedReport> {
  const askedAt = await databaseNow();
  const permission = await checkGuestPermission(grant);
  if (permission.outcome !== 'permitted') {
    await recordRefusal(grant, viewer, permission.outcome);
    throw new AppError(permission.outcome);
  }
  const pdf = await openStoredDocument(grant.report, 'report-invalid');
  await recordOpening(grant, viewer);
  return { grant, chain: permission.chain, askedAt, permittedUntil: permission.expiresAt, pdf };
}

/** The patient is notified of the first opening of a report in a day (UTC); the access log has all of them. */
async function recordOpening(
  { reportId, report }: GuestGrant,
  { actor, relation, opened, details }: TracedViewer,
): Promise<void> {
  await inTransaction(async (tx) => {
    const day = (await databaseNow(tx)).toISOString().slice(0, 10);
    if (report.patientId !== null) {
      const once = `report-opened:${reportId}:${day}`;
      await notify(tx, {
        ...{ accountId: report.patientId, kind: 'report-opened', refId: reportId, once },
      });
    }
    if (relation === 'requester') await countReadPatient(tx, actor.actorId, report);
    appendAuditEvent(tx, {
      action: opened,
      relation,
      ...actor,
      reportId,
      details: { ...details, what: 'report' },
    });
  });
}

/** An attempt after the patient took the permission is a violation; one after its end counts as one of anybody. */
async function recordRefusal(
  { reportId, report, state }: GuestGrant,
  { actor, refused, details }: TracedViewer,
  because: PermissionRefusal,
): Promise<void> {
  const { patientId } = report;
  await inTransaction(async (tx) => {
    appendAuditEvent(tx, { action: refused, ...actor, reportId, details: { ...details, because } });
    const wasTaken = because === 'grant-removed' && state !== 'PROPOSED';
    if (!wasTaken && because !== 'grant-expired') return;
    const relation = wasTaken ? 'former-viewer' : 'stranger';
    await countRefusal(tx, { ...actor, relation, action: 'read', report, patientId });
  });
}
