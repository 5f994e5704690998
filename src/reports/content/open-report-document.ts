import { findOwnWallet } from '@/accounts/wallets/find-own-wallet';
import type { Actor } from '@/accounts/sessions/actor';
import { areOwnReadsSilent } from '@/accounts/profile/silence-own-reads';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Relation } from '@/audit/policy/action-policy';
import type { Report, ReportState, ReportTemplate } from '@/generated/prisma/client';
import { database, inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { WITH_KEYS, type KeyedReport } from '@/reports/sealed/keyed-report';
import { isSent, type SentReport } from '@/reports/sealed/sealed-report';
import { dataClassOf, requireTemplate } from '@/reports/sealed/report-template';
import { countReadPatient } from '@/reports/violations/count-read-patient';
import { READ_BY_PATIENT } from '@/reports/states/read-by-patient';
import { openStoredDocument } from './open-stored-document';
import { validityOf } from '@/reports/retraction/validity-of';

/** The states in which the report is on the chain. */
const ON_CHAIN: readonly ReportState[] = ['ANCHORED', 'RETRACTED', 'SUPERSEDED'];

/** A report's PDF, opened once. */
interface OpenedDocument {
  pdf: Uint8Array;
  fileName: string;
  template: ReportTemplate;
}

/**
 * Opens the PDF for the doctor who wrote it or the patient to whom it was sent. An anchored report is first
 * looked up on the chain; when the chain is unavailable, these two may still read it. Returns only a PDF that is,
 * bit for bit, what was forwarded, and only after the access is recorded.
 * @param what is opened, for the access log: the page made of the PDF, the PDF itself, or a copy of it to keep
 * @throws AppError not-found for all others and for a report without a key; object-altered, store-unavailable
 */
export async function openReportDocument(
  actor: Actor,
  reportId: string,
  what: 'summary' | 'document' | 'copy' = 'document',
): Promise<OpenedDocument> {
  const report = await database().report.findUnique({
    where: { id: reportId },
    include: WITH_KEYS,
  });
  if (report === null) throw new AppError('not-found');
  const pdf = await openForReader(actor, report);
  const { patientId } = report;
  const relation = await relationOf(actor);
  await inTransaction(async (tx) => {
    if (relation === 'issuer') await countReadPatient(tx, actor.accountId, report);
    appendAuditEvent(tx, {
      action: 'report.opened',
      details: { what },
      relation,
      dataClass: dataClassOf(report) ?? undefined,
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      ...(patientId === null || relation !== 'issuer' ? {} : { subjectId: patientId }),
    });
  });
  return { pdf, fileName: `MedAnchor-${report.code}.pdf`, template: requireTemplate(report) };
}

/** Of one who may read: the doctor who wrote it, or its patient. */
async function relationOf({ role, accountId }: Actor): Promise<Relation> {
  if (role === 'DOCTOR') return 'issuer';
  return (await areOwnReadsSilent(accountId)) ? 'silent-owner' : 'owner';
}

/** Who reads: the person of a session, or whose copy a worker makes. */
type Reader = Pick<Actor, 'accountId' | 'role' | 'status'>;

/**
 * The PDF of a report with the checks of `openReportDocument`. The caller records the access.
 * @throws AppError as openReportDocument
 */
export async function openForReader(reader: Reader, report: KeyedReport): Promise<Uint8Array> {
  if (!mayOpen(reader, report)) throw new AppError('not-found');
  if (!isSent(report)) throw new AppError('not-found');
  if (ON_CHAIN.includes(report.state)) await requireKnownToChain(reader, report);
  return openStoredDocument(report);
}

function mayOpen(actor: Reader, report: Report): boolean {
  if (actor.status !== 'ACTIVE') return false;
  if (actor.role === 'DOCTOR') return report.doctorId === actor.accountId;
  if (actor.role !== 'PATIENT' || report.patientId !== actor.accountId) return false;
  return READ_BY_PATIENT.includes(report.state);
}

/**
 * A content hash that is not on the chain is not what was anchored, and one that belongs to the wallet of another
 * person is not this patient's: our database row was altered.
 */
async function requireKnownToChain(actor: Reader, report: SentReport): Promise<void> {
  const validity = await validityOf(report);
  if (validity.outcome === 'unknown') throw new AppError('object-altered');
  if (validity.outcome !== 'valid' || actor.role !== 'PATIENT') return;
  const { owner } = validity.chain;
  const wallet = await findOwnWallet(database(), actor.accountId, owner);
  if (wallet === null) throw new AppError('object-altered');
}
