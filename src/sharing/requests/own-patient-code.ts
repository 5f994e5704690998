import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { requirePatient } from '@/reports/access/lock-received-report';
import { readPersonTexts, sealPersonText } from '@/vault/person-texts';
import { tokenHash } from '@/vault/token-hash';
import { newPatientCode } from './patient-code';

/** The code of a patient; null while they have made none. */
export async function readOwnPatientCode(actor: Actor): Promise<string | null> {
  requirePatient(actor);
  const { accountId } = actor;
  const row = await database().patientCode.findUnique({ where: { accountId } });
  if (row === null) return null;
  const textOf = await readPersonTexts(database(), [accountId]);
  return textOf(accountId, `patient-code/${accountId}`, row.sealedCode);
}

/**
 * Makes a code for a patient, in the place of the one before: from then on that one finds no patient, and a printed card
 * is of no use in an emergency. So it needs a fresh proof, and a replacement is mailed.
 * @returns without the hyphen
 * @throws AppError not-found for all but patients; proof-needed
 */
export async function makePatientCode(actor: Actor): Promise<string> {
  requirePatient(actor);
  await requireFreshProof(actor);
  const { accountId } = actor;
  const code = newPatientCode();
  await inTransaction(async (tx) => {
    const place = `patient-code/${accountId}` as const;
    const data = {
      codeHash: await tokenHash(tx, code),
      sealedCode: await sealPersonText(tx, accountId, place, code),
      madeAt: await databaseNow(tx),
    };
    const before = await tx.patientCode.count({ where: { accountId } });
    await tx.patientCode.upsert({
      where: { accountId },
      create: { accountId, ...data },
      update: data,
    });
    if (before > 0) await queueSecurityNotice(tx, actor, { kind: 'patient-code-replaced' });
    appendAuditEvent(tx, {
      ...{ action: 'patient.code-made', actorKind: 'ACCOUNT', actorId: accountId },
    });
  });
  return code;
}
