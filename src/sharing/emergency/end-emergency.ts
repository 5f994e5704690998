import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { AuditAction } from '@/audit/policy/audit-action';
import type { EmergencyAccess } from '@/generated/prisma/client';
import type { EmergencyState } from '@/generated/prisma/enums';
import { notify } from '@/notifications/notify';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { changeEmergency, lockEmergency } from './change-emergency';
import { emergencyStateAt } from './emergency-times';
import { findOpenEmergency } from './find-open-emergency';

/** What the trail calls each end. */
const ACTIONS = {
  ENDED: 'emergency.ended',
  DECLINED: 'emergency.declined',
  WITHDRAWN: 'emergency.withdrawn',
} as const satisfies Partial<Record<EmergencyState, AuditAction>>;

/**
 * Ends an access that is open, or declines one that waits: by its doctor, its patient, or any administrator. From then
 * on the doctor reads nothing. That it was opened stays to be reviewed.
 * @throws AppError not-found for all others; conflict when it is over
 */
export async function endEmergency(actor: Actor, accessId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const access = await lockEmergency(tx, accessId);
    if (!isTheirs(actor, access)) throw new AppError('not-found');
    await closeEmergency(tx, access, actor);
    if (actor.accountId !== access.doctorId) await closeRecordAfter(tx, access, actor);
  });
}

function isTheirs({ role, status, accountId }: Actor, access: EmergencyAccess): boolean {
  if (status !== 'ACTIVE') return false;
  if (role === 'ADMIN') return true;
  return accountId === (role === 'DOCTOR' ? access.doctorId : access.patientId);
}

/**
 * The same for an access that is locked.
 * @throws AppError conflict when it is over
 */
export async function closeEmergency(
  tx: Transaction,
  access: EmergencyAccess,
  { accountId, role }: Actor,
): Promise<void> {
  const now = await databaseNow(tx);
  const before = emergencyStateAt(access, now);
  if (before !== 'ASKED' && before !== 'OPEN') throw new AppError('conflict');
  const refused = role === 'DOCTOR' ? 'WITHDRAWN' : 'DECLINED';
  const state = before === 'OPEN' ? 'ENDED' : refused;
  await changeEmergency(tx, access, { state, endedAt: now, endedById: accountId });
  const { id, doctorId, patientId } = access;
  if (accountId !== doctorId) {
    await notify(tx, {
      accountId: doctorId,
      kind: state === 'DECLINED' ? 'emergency-declined' : 'emergency-ended',
      once: `emergency-ended:${id}`,
    });
  }
  const subjectId = accountId === patientId ? doctorId : patientId;
  appendAuditEvent(tx, {
    ...{ action: ACTIONS[state], actorKind: 'ACCOUNT', actorId: accountId },
    ...(subjectId === null ? {} : { subjectId }),
    details: { accessId: id },
  });
}

/**
 * Ends, or declines, the whole record that the doctor of an emergency summary asked for because of it. For a patient or
 * administrator who ends the summary, or finds that it was not justified: their doctor is to read nothing any more.
 * @param summary an access to the summary, else nothing happens
 */
export async function closeRecordAfter(
  tx: Transaction,
  { tier, doctorId, patientId }: EmergencyAccess,
  actor: Actor,
): Promise<void> {
  if (tier !== 'SUMMARY' || patientId === null) return;
  const now = await databaseNow(tx);
  const record = await findOpenEmergency(tx, { doctorId, patientId, tier: 'RECORD' }, now);
  if (record !== null) await closeEmergency(tx, await lockEmergency(tx, record.id), actor);
}
