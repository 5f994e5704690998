import { v7 as uuidv7 } from 'uuid';
import { getDoctor } from '@/accounts/doctors/get-doctor';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { refuseAfterAtLeast } from '@/platform/http/after-at-least';
import { claimCall, refundCall } from '@/platform/http/call-windows';
import { DAY_MS, MINUTE_MS } from '@/platform/time/durations';
import { requireDoctor } from '@/reports/access/lock-written-report';
import { emergencyMac } from './emergency-mac';
import type { OpeningInput } from './emergency-schema';
import { openedAtOnce } from './emergency-times';
import { findInEmergency } from './find-in-emergency';
import { findOpenEmergency } from './find-open-emergency';
import { sealReason } from './sealed-reason';
import { tellEverybody } from './notices/tell-everybody';

/** Tries that find nobody, by which a doctor could guess who is a patient here; whoever is found counts none. */
const DAILY = { calls: 30, minutes: DAY_MS / MINUTE_MS };

/**
 * Opens the emergency summary of a patient for 60 minutes, at once. The patient, the people to tell and every
 * administrator are told in the same transaction. While the doctor has it open already, that access is answered.
 * @throws AppError not-found for everyone except approved doctors, and, no sooner than after a fixed time and in one
 * sentence, for a person who is not here, is not active, was born on another day or is one of several of that name;
 * proof-needed, too-many-requests; object-altered when rows of the doctor or the patient were altered
 */
export async function openEmergency(
  actor: Actor,
  input: OpeningInput,
): Promise<{ accessId: string }> {
  requireDoctor(actor);
  await requireFreshProof(actor);
  await claimCall('emergency access', actor.accountId, DAILY);
  const opened = await refuseAfterAtLeast(findAndOpen(actor, input));
  await refundCall('emergency access', actor.accountId);
  return opened;
}

async function findAndOpen(actor: Actor, input: OpeningInput): Promise<{ accessId: string }> {
  const accessId = await inTransaction((tx) => open(tx, actor, input));
  if (accessId !== null) return { accessId };
  throw new AppError('not-found', { detail: (t) => t('sharing.emergency.nobody') });
}

async function open(
  tx: Transaction,
  { accountId: doctorId }: Actor,
  { who, ...stated }: OpeningInput,
): Promise<string | null> {
  // Written, not only locked (docs/decisions/139): of two tabs the second one finds what the first has opened.
  await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${doctorId}`;
  await getDoctor(tx, doctorId);
  const patientId = await findInEmergency(tx, who);
  if (patientId === null) {
    // Without what was typed: the trail holds no names.
    appendAuditEvent(tx, {
      ...{ action: 'emergency.nobody-found', actorKind: 'ACCOUNT', actorId: doctorId },
      details: { by: who.by },
    });
    return null;
  }
  const now = await databaseNow(tx);
  const known = await findOpenEmergency(tx, { doctorId, patientId, tier: 'SUMMARY' }, now);
  if (known !== null) return known.id;
  const id = uuidv7();
  const deciding = {
    ...{ id, doctorId, patientId, tier: 'SUMMARY' as const, state: 'OPEN' as const },
    ...{ askedAt: now, answerBy: null, firstById: null, secondById: null },
    ...{ ...openedAtOnce('SUMMARY', now), reviewedById: null, reviewedAt: null, verdict: null },
  };
  await tx.emergencyAccess.create({
    data: {
      ...{ ...deciding, foundBy: who.by },
      sealedReason: await sealReason(tx, patientId, id, stated),
      mac: await emergencyMac(tx, deciding),
    },
  });
  await tellEverybody(tx, deciding);
  appendAuditEvent(tx, {
    ...{ action: 'emergency.opened', actorKind: 'ACCOUNT', actorId: doctorId },
    // Not why: that says something of the patient's health, and the trail is never erased.
    ...{ subjectId: patientId, details: { accessId: id, by: who.by } },
  });
  return id;
}
