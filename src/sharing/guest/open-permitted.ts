import { appendAuditEvent } from '@/audit/append-audit-event';
import type { AuditEntry } from '@/audit/audit-entry';
import type { Relation } from '@/audit/policy/action-policy';
import { notify } from '@/notifications/notify';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import type { OnChainReport } from '@/registry/contract/read-report';
import { openStoredDocument } from '@/reports/content/open-stored-document';
import type { KeyedReport } from '@/reports/sealed/keyed-report';
import { countReadPatient } from '@/reports/violations/count-read-patient';
import { countRefusal } from '@/reports/violations/count-refusal';
import type { PermissionRefusal } from './guest-refusal';

/** A report opened for one view of one viewer. */
export interface OpenedReport {
  report: KeyedReport;
  chain: OnChainReport;
  /** When the chain was read. */
  askedAt: Date;
  permittedUntil: Date | null;
  /** Its hash is the one on the chain. */
  pdf: Uint8Array;
}

/** Whether a viewer may read a report now, by the latest block of the chain. */
export type Permission =
  | { outcome: 'permitted'; chain: OnChainReport; expiresAt: Date | null }
  | { outcome: PermissionRefusal };

/** Who views, as the trail names it: a guest with a code, or a doctor who is logged in. */
export interface TracedViewer {
  actor: Pick<AuditEntry, 'actorKind' | 'actorId'>;
  /** As seen from the report. */
  relation: Relation;
  opened: 'guest.opened' | 'request.opened' | 'emergency.report-opened';
  refused: 'guest.denied' | 'request.refused' | 'emergency.refused';
  /** Whether our own tables show that the patient took the permission: only then is an attempt a read after the end. */
  wasTaken?: () => Promise<boolean>;
  /** Names what led to it in the events. */
  details?: Record<string, string>;
}

/**
 * Opens a report for one view: one question to the chain, one object read, one decryption. Checks in this order:
 * permission on the chain, key, stored object, hash; then appends to the audit trail. When one of them fails, nothing is
 * shown.
 * @param check asks the chain whether this viewer, who has proved who they are, may read the report
 * @throws AppError grant-removed, grant-expired, grant-paused, report-invalid, issuer-compromised; chain-unavailable,
 * store-unavailable, object-altered
 */
export async function openPermitted(
  report: KeyedReport,
  check: () => Promise<Permission>,
  viewer: TracedViewer,
): Promise<OpenedReport> {
  const askedAt = await databaseNow();
  const permission = await check();
  if (permission.outcome !== 'permitted') {
    await recordViewerRefusal(report, viewer, permission.outcome);
    throw new AppError(permission.outcome);
  }
  const pdf = await openStoredDocument(report, 'report-invalid');
  await recordOpening(report, viewer);
  return { report, chain: permission.chain, askedAt, permittedUntil: permission.expiresAt, pdf };
}

/** The patient is notified of the first opening of a report in a day (UTC); the access log has all of them. */
export async function recordOpening(
  { id: reportId, patientId }: Pick<KeyedReport, 'id' | 'patientId'>,
  { actor, relation, opened, details }: TracedViewer,
): Promise<void> {
  await inTransaction(async (tx) => {
    const day = (await databaseNow(tx)).toISOString().slice(0, 10);
    if (patientId !== null) {
      const once = `report-opened:${reportId}:${day}`;
      await notify(tx, {
        ...{ accountId: patientId, kind: 'report-opened', refId: reportId, once },
      });
    }
    if (relation === 'requester' || relation === 'emergency') {
      await countReadPatient(tx, actor.actorId, { id: reportId, patientId });
    }
    appendAuditEvent(tx, {
      action: opened,
      relation,
      ...actor,
      reportId,
      details: { ...details, what: 'report' },
    });
  });
}

/**
 * Records that a viewer was refused a report. An attempt after the patient took the permission is a violation; one after
 * its end counts as one of anybody. That the chain does not have a permission counts as nothing by itself.
 */
export async function recordViewerRefusal(
  report: KeyedReport,
  viewer: TracedViewer,
  because: PermissionRefusal,
): Promise<void> {
  const { actor, refused, details } = viewer;
  const { id: reportId, patientId } = report;
  const isTaken = because === 'grant-removed' && (await isKnownAsTaken(viewer));
  await inTransaction(async (tx) => {
    appendAuditEvent(tx, { action: refused, ...actor, reportId, details: { ...details, because } });
    if (!isTaken && because !== 'grant-expired') return;
    const relation = isTaken ? 'former-viewer' : 'stranger';
    await countRefusal(tx, { ...actor, relation, action: 'read', report, patientId });
  });
}

/** Rows that somebody altered are no proof against a viewer, and the refusal is recorded all the same. */
async function isKnownAsTaken({ wasTaken }: TracedViewer): Promise<boolean> {
  try {
    return (await wasTaken?.()) ?? false;
  } catch (error) {
    log().error({ err: error }, 'whether a permission was taken could not be found out');
    return false;
  }
}
