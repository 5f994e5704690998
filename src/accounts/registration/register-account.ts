import { v7 as uuidv7 } from 'uuid';
import { authenticateNewPatient } from '@/accounts/people/patient-profile-mac';
import { accountMac, NO_FACTORS } from '@/accounts/passwords/account-mac';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Prisma } from '@/generated/prisma/client';
import type { Role } from '@/generated/prisma/enums';
import { enqueueJob } from '@/jobs/enqueue-job';
import { claimCall } from '@/platform/http/call-windows';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { hashPassword } from '@/accounts/passwords/hash-password';
import { mailDedupeKey } from '@/accounts/notices/mail-dedupe-key';
import { requireStrongPassword } from '@/accounts/passwords/password-rules';
import { DAY_MS, MINUTE_MS } from '@/platform/time/durations';

interface NewAccount {
  email: string;
  displayName: string;
  /** Null where the name itself can be printed, or none was stated. */
  printedName: string | null;
  nameKey: string;
  /** Null where the person has not stated it. */
  givenNames: string | null;
  familyName: string | null;
  role: Role;
  /** Makes what belongs to the role, in the transaction that makes the account. */
  profileOf: (tx: Transaction, accountId: string) => Promise<NewProfile> | NewProfile;
}

type NewProfile =
  | {
      patient: { create: Prisma.PatientProfileCreateWithoutAccountInput };
      nameParts: { create: Prisma.PatientNamePartCreateWithoutAccountInput[] };
    }
  | { doctor: { create: Prisma.DoctorProfileCreateWithoutAccountInput } };

/** Registrations of one address from one network: more are mistakes or mischief. */
const TRIES = { calls: 5, minutes: DAY_MS / MINUTE_MS };

/**
 * Makes an unconfirmed account and mails the link that confirms its address. A person who registers an address that
 * has an account already learns nothing here: its owner gets a mail. No mailbox is proved yet, so a
 * registration takes nothing from any other: several of one address coexist until one is confirmed.
 * @param about words that a stranger would try in the password, see words-about.ts
 * @param network the caller's, see app/api/caller.ts
 * @throws AppError invalid-input when the password is easy to guess; too-many-requests
 */
export async function registerAccount(
  { profileOf, ...account }: NewAccount,
  { password, about }: { password: string; about: readonly string[] },
  network: string,
): Promise<void> {
  requireStrongPassword(password, about);
  const { email } = account;
  await claimCall('registration', `${network} ${email}`, TRIES);
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    const owner = await tx.account.findUnique({ where: { confirmedEmail: email } });
    if (owner !== null) {
      const dedupeKey = await mailDedupeKey(tx, 'mail-already-registered', email);
      await enqueueJob(tx, 'mail-already-registered', { accountId: owner.id }, { dedupeKey });
      return;
    }
    const id = uuidv7();
    const deciding = {
      id,
      role: account.role,
      status: 'UNCONFIRMED',
      email,
      passwordHash,
      displayName: account.displayName,
      printedName: account.printedName,
      ...NO_FACTORS,
    } as const;
    const mac = await accountMac(tx, deciding);
    const profile = await profileOf(tx, id);
    await tx.account.create({ data: { ...account, ...deciding, mac, ...profile } });
    if (account.role === 'PATIENT') await authenticateNewPatient(tx, id);
    const dedupeKey = await mailDedupeKey(tx, 'mail-confirm-email', email);
    await enqueueJob(tx, 'mail-confirm-email', { accountId: id }, { dedupeKey });
    appendAuditEvent(tx, {
      action: 'account.registered',
      actorKind: 'ACCOUNT',
      actorId: id,
    });
  });
}
