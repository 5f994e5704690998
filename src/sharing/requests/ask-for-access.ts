import { v7 as uuidv7 } from 'uuid';
import { getDoctor } from '@/accounts/doctors/get-doctor';
import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { notify } from '@/notifications/notify';
import { inTransaction, isUniqueViolation, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { afterAtLeast } from '@/platform/http/after-at-least';
import { DAY_MS } from '@/platform/time/durations';
import { requireDoctor } from '@/reports/access/lock-written-report';
import { proofMac } from '@/vault/proof-mac';
import { tokenHash } from '@/vault/token-hash';
import { accessRequestMac } from './access-request-mac';
import type { AskInput } from './request-schema';
import { wholeSecond } from './request-state';
import { sealAsk } from './sealed-ask';

/** How many requests a doctor can make in 24 hours. */
export const MOST_A_DAY = 20;

/** For how long a request can be answered. */
export const ANSWER_DAYS = 14;

/**
 * Asks the patient with an e-mail address or a code for access to reports. Nothing shows the doctor whether there is such
 * a patient: a request to an unknown address is stored like any other, and answered as late.
 * @throws AppError not-found for everyone except approved doctors; conflict while the doctor's request to the same
 * address or code is open; too-many-requests
 */
export async function askForAccess(actor: Actor, input: AskInput): Promise<{ requestId: string }> {
  requireDoctor(actor);
  return afterAtLeast(inTransaction((tx) => writeRequest(tx, actor, input)));
}

async function writeRequest(tx: Transaction, { accountId: doctorId }: Actor, input: AskInput) {
  // Written, not only locked: the servers of a cluster do not know each other's locks (docs/decisions/139).
  await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${doctorId}`;
  await getDoctor(tx, doctorId);
  const askedAt = await databaseNow(tx);
  await requireFew(tx, doctorId, askedAt);
  const { days, ...asked } = input;
  const id = uuidv7();
  const patientId = await findPatient(tx, asked.addressee);
  const fields = {
    id,
    doctorId,
    patientId,
    state: 'ASKED' as const,
    askedAt,
    answerBy: new Date(askedAt.getTime() + Math.min(days, ANSWER_DAYS) * DAY_MS),
    until: wholeSecond(askedAt.getTime() + days * DAY_MS),
  };
  const openFor = await proofMac(tx, 'asked-person', [doctorId, asked.addressee]);
  const sealedAsk = await sealAsk(tx, doctorId, id, asked);
  const data = { ...fields, openFor, sealedAsk, mac: await accessRequestMac(tx, fields) };
  await tx.accessRequest.create({ data }).catch(explainOpen);
  if (patientId !== null) {
    await notify(tx, { accountId: patientId, kind: 'access-asked', once: `access-asked:${id}` });
  }
  appendAuditEvent(tx, {
    ...{ action: 'request.asked', actorKind: 'ACCOUNT', actorId: doctorId },
    ...(patientId === null ? {} : { subjectId: patientId }),
    details: { requestId: id },
  });
  return { requestId: id };
}

async function requireFew(tx: Transaction, doctorId: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - DAY_MS);
  const made = await tx.accessRequest.count({ where: { doctorId, askedAt: { gt: since } } });
  if (made < MOST_A_DAY) return;
  throw new AppError('too-many-requests', {
    detail: (t) => t('sharing.askForAccess.tooMany', { count: MOST_A_DAY }),
  });
}

/** @param addressee as `askInput` gives it: only an address has an `@` */
async function findPatient(tx: Transaction, addressee: string): Promise<string | null> {
  const isOpen = { role: 'PATIENT', status: 'ACTIVE' } as const;
  const where = addressee.includes('@')
    ? { ...isOpen, confirmedEmail: addressee }
    : { ...isOpen, patientCode: { codeHash: await tokenHash(tx, addressee) } };
  return (await tx.account.findFirst({ where, select: { id: true } }))?.id ?? null;
}

function explainOpen(error: unknown): never {
  if (!isUniqueViolation(error)) throw error;
  throw new AppError('conflict', {
    detail: (t) => t('sharing.askForAccess.openAlready'),
    cause: error,
  });
}
