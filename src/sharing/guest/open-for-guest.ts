import { appendAuditEvent } from '@/audit/append-audit-event';
import type { AuditAction } from '@/audit/audit-entry';
import { notify } from '@/notifications/notify';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import type { OnChainReport } from '@/registry/contract/read-report';
import { openStoredDocument } from '@/reports/content/open-stored-document';
import { checkGuestPermission } from './check-guest-permission';
import { findGuestSession } from './find-guest-session';
import type { GuestGrant } from './guest-grant';

/** A report opened for one view of one guest. */
export interface OpenedForGuest {
  grant: GuestGrant;
  chain: OnChainReport;
  /** When the chain was read. */
  askedAt: Date;
  permittedUntil: Date | null;
  /** Its hash is the one on the chain. */
  pdf: Uint8Array;
}

/**
 * Opens a report for one view: one question to the chain, one object read, one decryption. Checks in this order: session, permission on the chain, key, stored object, hash; then
 * appends to the audit trail. When one of them fails, nothing is shown.
 * @param token the session cookie's value
 * @throws AppError guest-session-over; grant-removed, grant-expired, report-invalid; chain-unavailable,
 * store-unavailable, object-altered
 */
export async function openForGuest(token: string | undefined): Promise<OpenedForGuest> {
  const grant = await findGuestSession(token);
  const askedAt = await databaseNow();
  const permission = await checkGuestPermission(grant);
  if (permission.outcome !== 'permitted') {
    await recordEvent(grant, 'guest.denied', { because: permission.outcome });
    throw new AppError(permission.outcome);
  }
  const pdf = await openStoredDocument(grant.report, 'report-invalid');
  await recordOpening(grant);
  return { grant, chain: permission.chain, askedAt, permittedUntil: permission.expiresAt, pdf };
}

/** The patient is notified of the first opening of a report in a day (UTC); the access log has all of them. */
async function recordOpening({ id, reportId, report }: GuestGrant): Promise<void> {
  await inTransaction(async (tx) => {
    const day = (await databaseNow(tx)).toISOString().slice(0, 10);
    if (report.patientId !== null) {
      const once = `report-opened:${reportId}:${day}`;
      await notify(tx, {
        ...{ accountId: report.patientId, kind: 'report-opened', refId: reportId, once },
      });
    }
    appendAuditEvent(tx, {
      action: 'guest.opened',
      actorKind: 'GUEST',
      actorId: id,
      reportId,
      details: { what: 'report' },
    });
  });
}

async function recordEvent(
  { id, reportId }: GuestGrant,
  action: AuditAction,
  details: Record<string, string>,
): Promise<void> {
  await inTransaction((tx) =>
    appendAuditEvent(tx, { action, actorKind: 'GUEST', actorId: id, reportId, details }),
  );
}
