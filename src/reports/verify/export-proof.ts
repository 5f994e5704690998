import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { AppLocale } from '@/messages/catalogues';
import { translatorOf } from '@/messages/translator';
import { database, inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { readAnchorProof } from '@/registry/contract/read-anchor-proof';
import { requirePatient } from '@/reports/access/lock-received-report';
import { isSent } from '@/reports/sealed/sealed-report';
import { describeProof } from './describe-proof';

/** What is needed, besides the PDF, to verify it on the chain without MedAnchor. */
export interface ExportedProof {
  fileName: string;
  proof: object;
}

/**
 * The proof of an anchored report as a small file of public facts, for the patient to keep: it contains
 * neither medical content nor a key.
 * @throws AppError not-found, also while it is not on the chain
 */
export async function exportProof(
  actor: Actor,
  reportId: string,
  locale: AppLocale,
): Promise<ExportedProof> {
  requirePatient(actor);
  const report = await database().report.findFirst({
    where: { id: reportId, patientId: actor.accountId, anchoredAt: { not: null } },
    select: { code: true, contentHash: true },
  });
  if (report === null || !isSent(report)) throw new AppError('not-found');
  const anchor = await readAnchorProof(report.contentHash);
  if (anchor === null) throw new AppError('not-found');
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      action: 'report.own-copy-taken',
      relation: 'owner',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
    }),
  );
  return {
    fileName: `MedAnchor-${report.code}-proof.json`,
    proof: describeProof(report.code, anchor, translatorOf(locale)),
  };
}
