import { appendAuditEvent } from '@/audit/append-audit-event';
import type { AccountStatus } from '@/generated/prisma/enums';
import { countAccount } from '@/accounts/people/tally-accounts';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import { notify } from '@/notifications/notify';
import { inTransaction, isUniqueViolation, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import type { Actor } from '@/accounts/sessions/actor';
import { changeAccount } from '@/accounts/passwords/account-mac';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { revokeSessions } from '@/accounts/sessions/revoke-sessions';
import { isGenuineWorkplace } from './doctor-profile-mac';

/** An administrator's decisions about a doctor: from which status, to which. */
const DECISIONS = {
  approve: { from: ['PENDING'], to: 'ACTIVE', action: 'account.approved' },
  refuse: { from: ['PENDING'], to: 'SUSPENDED', action: 'account.suspended' },
  suspend: { from: ['ACTIVE'], to: 'SUSPENDED', action: 'account.suspended' },
  reinstate: { from: ['SUSPENDED'], to: 'ACTIVE', action: 'account.reinstated' },
} as const satisfies Record<string, { from: AccountStatus[]; to: AccountStatus; action: string }>;

export type DoctorDecision = keyof typeof DECISIONS;

/**
 * Approves, refuses, suspends or reinstates a doctor. Of all doctors who state one licence number only one can be
 * approved. A suspension ends the doctor's sessions at once; what they issued stays valid.
 * @throws AppError forbidden, proof-needed, not-found; conflict when the doctor's status has changed meanwhile;
 * licence-taken when another doctor is approved with the same licence number
 */
export async function decideDoctor(
  actor: Actor,
  accountId: string,
  decision: DoctorDecision,
): Promise<void> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  await requireFreshProof(actor);
  const { from, to, action } = DECISIONS[decision];
  await inTransaction(async (tx) => {
    const doctor = await tx.account.findFirst({ where: { id: accountId, role: 'DOCTOR' } });
    if (doctor === null) throw new AppError('not-found');
    const isOneOf: readonly AccountStatus[] = from;
    const isDecided =
      isOneOf.includes(doctor.status) && (await changeAccount(tx, doctor, { status: to }));
    if (!isDecided) throw new AppError('conflict');
    countAccount(tx, 'DOCTOR', { from: from[0], to });
    await reserveLicence(tx, accountId, to, actor);
    if (to === 'SUSPENDED') await revokeSessions(tx, accountId);
    await notify(tx, {
      accountId,
      kind: to === 'ACTIVE' ? 'account-opened' : 'account-closed',
      mail: { kind: 'mail-doctor-decided', payload: { accountId } },
    });
    const about = doctor.displayName;
    await queueSecurityNotice(tx, actor, {
      kind: 'administration',
      act: `doctor-${decision}`,
      about,
    });
    appendAuditEvent(tx, {
      action,
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      subjectId: accountId,
    });
  });
}

/** Reserves the licence number for the doctor while they are approved. */
async function reserveLicence(
  tx: Transaction,
  accountId: string,
  to: AccountStatus,
  actor: Actor,
): Promise<void> {
  const profile = await tx.doctorProfile.findUniqueOrThrow({ where: { accountId } });
  if (to === 'ACTIVE' && !(await isGenuineWorkplace(tx, profile))) throw new AppError('conflict');
  const { licenceNumber } = profile;
  const approvedLicence = to === 'ACTIVE' ? licenceNumber : null;
  const decided = { decidedAt: await databaseNow(tx), decidedById: actor.accountId };
  try {
    await tx.doctorProfile.update({
      where: { accountId },
      data: { ...decided, approvedLicence },
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('licence-taken', { cause: error });
    throw error;
  }
}
