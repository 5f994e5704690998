import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Report, ReportState, ReportTemplate } from '@/generated/prisma/client';
import { database, inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { openDocument } from '@/vault/open-document';
import { validityOf } from '@/reports/retraction/validity-of';

/** The states in which the addressed patient may read. A withdrawn report may have met the wrong person. */
const READ_BY_PATIENT: readonly ReportState[] = [
  'FORWARDED',
  'REJECTED',
  'APPROVED',
  'ANCHORING',
  'ANCHORED',
  'RETRACTED',
  'SUPERSEDED',
];

/** The states in which the chain knows the report. */
const ON_CHAIN: readonly ReportState[] = ['ANCHORED', 'RETRACTED', 'SUPERSEDED'];

/** A report's PDF, opened once. */
interface OpenedDocument {
  pdf: Uint8Array;
  fileName: string;
  template: ReportTemplate;
}

/**
 * The PDF, for the doctor who wrote it and the patient it is addressed to. The chain is asked first for
 * an anchored report; when it cannot be asked these two may still read, and the page says so. Nothing is
 * shown that is not, bit for bit, what was forwarded, or whose opening could not be noted.
 * @param what they look at, for the access log: the page made of it, or the PDF itself
 * @throws AppError not-found for everybody else and for a report whose keys are gone; object-altered,
 * store-unavailable
 */
export async function openReportDocument(
  actor: Actor,
  reportId: string,
  what: 'summary' | 'document' = 'document',
): Promise<OpenedDocument> {
  const report = await database().report.findUnique({ where: { id: reportId } });
  if (report === null || !mayOpen(actor, report)) throw new AppError('not-found');
  const { objectAddress, keyId, wrappedKey, contentHash, patientId } = report;
  if (objectAddress === null || keyId === null || wrappedKey === null || contentHash === null) {
    throw new AppError('not-found');
  }
  if (ON_CHAIN.includes(report.state)) await requireKnownToChain({ ...report, contentHash });
  const pdf = await openDocument({ objectAddress, keyId, wrappedKey, contentHash });
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      action: 'report.opened',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      ...(patientId === null || patientId === actor.accountId ? {} : { subjectId: patientId }),
      details: { what },
    }),
  );
  return { pdf, fileName: `MedAnchor-${report.code}.pdf`, template: report.template };
}

function mayOpen(actor: Actor, report: Report): boolean {
  if (actor.status !== 'ACTIVE') return false;
  if (actor.role === 'DOCTOR') return report.doctorId === actor.accountId;
  if (actor.role !== 'PATIENT' || report.patientId !== actor.accountId) return false;
  return READ_BY_PATIENT.includes(report.state);
}

/** A content hash that the chain has never seen is not what was anchored, whatever our database says. */
async function requireKnownToChain(
  report: Report & { contentHash: Uint8Array<ArrayBuffer> },
): Promise<void> {
  const validity = await validityOf(report);
  if (validity.outcome === 'unknown') throw new AppError('object-altered');
}
