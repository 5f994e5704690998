import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Prisma } from '@/generated/prisma/client';
import type { Role } from '@/generated/prisma/enums';
import { enqueueJob } from '@/jobs/enqueue-job';
import { inTransaction, isUniqueViolation, type Transaction } from '@/platform/database';
import { AppError } from '@/platform/errors';
import { hashPassword } from './hash-password';
import { mailDedupeKey } from './mail-dedupe-key';
import { requireStrongPassword } from './password-rules';

type NewAccount = {
  email: string;
  displayName: string;
  nameKey: string;
  /** Null where the person has not stated it. */
  givenNames: string | null;
  familyName: string | null;
  role: Role;
} & (
  | { patient: { create: Prisma.PatientProfileCreateWithoutAccountInput } }
  | { doctor: { create: Prisma.DoctorProfileCreateWithoutAccountInput } }
);

/**
 * Makes an unconfirmed account and mails its link. Whoever registers an address that has an account already
 * learns nothing here: the address's owner is told by mail. A registration that nobody confirmed holds no
 * claim: a newer one takes its place.
 * @throws AppError invalid-input when the password is easy to guess
 */
export async function registerAccount(account: NewAccount, password: string): Promise<void> {
  requireStrongPassword(password, [account.email, account.displayName]);
  const passwordHash = await hashPassword(password);
  try {
    await inTransaction(async (tx) => {
      const data = { ...account, passwordHash, status: 'UNCONFIRMED' } as const;
      const id = await ownUnconfirmedAccount(tx, data);
      if (id === null) return;
      const entry = { action: 'account.registered', actorKind: 'ACCOUNT', actorId: id } as const;
      await appendAuditEvent(tx, entry);
    });
  } catch (error) {
    // The same form sent twice at one moment.
    if (isUniqueViolation(error)) throw new AppError('conflict', { cause: error });
    throw error;
  }
}

/** The id of the new or replaced account, or null when the address has a confirmed one. */
async function ownUnconfirmedAccount(
  tx: Transaction,
  data: NewAccount & { passwordHash: string; status: 'UNCONFIRMED' },
): Promise<string | null> {
  const existing = await tx.account.findUnique({ where: { email: data.email } });
  if (existing === null) {
    const { id } = await tx.account.create({ data });
    await mailOnce(tx, 'mail-confirm-email', id);
    return id;
  }
  if (existing.status !== 'UNCONFIRMED') {
    await mailOnce(tx, 'mail-already-registered', existing.id);
    return null;
  }
  await tx.patientProfile.deleteMany({ where: { accountId: existing.id } });
  await tx.doctorProfile.deleteMany({ where: { accountId: existing.id } });
  // Links that are on their way stay good: confirming asks for the newest password.
  const { count } = await tx.account.updateMany({
    where: { id: existing.id, status: 'UNCONFIRMED' },
    data: { passwordHash: data.passwordHash },
  });
  if (count === 0) throw new AppError('conflict');
  await tx.account.update({ where: { id: existing.id }, data: { ...data, createdAt: new Date() } });
  await mailOnce(tx, 'mail-confirm-email', existing.id);
  return existing.id;
}

async function mailOnce(
  tx: Transaction,
  kind: 'mail-confirm-email' | 'mail-already-registered',
  accountId: string,
): Promise<void> {
  await enqueueJob(tx, kind, { accountId }, { dedupeKey: mailDedupeKey(kind, accountId) });
}
