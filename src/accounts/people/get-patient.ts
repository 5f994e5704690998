import type { Account, PatientProfile } from '@/generated/prisma/client';
import { isGenuineAccount } from '@/accounts/passwords/account-mac';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { birthDateOf } from './birth-date';
import { isGenuinePatient } from './patient-profile-mac';
import { readBloodGroup } from './sealed-blood-group';
import type { PatientSnapshot } from './snapshots';

/**
 * An active patient's own data, for a report.
 * @throws AppError not-found, also for an account that is no active patient; object-altered
 */
export async function getPatient(tx: Transaction, accountId: string): Promise<PatientSnapshot> {
  return toPatientSnapshot(tx, await findActiveProfile(tx, accountId));
}

/**
 * An active patient's row, then that of their account.
 * @throws AppError not-found, also for an account that is no active patient; object-altered
 */
export async function findActiveProfile(
  tx: Transaction,
  accountId: string,
): Promise<PatientProfile & { account: Account }> {
  const profile = await tx.patientProfile.findFirst({
    where: { accountId, account: { role: 'PATIENT', status: 'ACTIVE' } },
    include: { account: true },
  });
  if (profile === null) throw new AppError('not-found');
  const isGenuine =
    (await isGenuineAccount(tx, profile.account)) && (await isGenuinePatient(tx, profile));
  if (!isGenuine) throw new AppError('object-altered');
  return profile;
}

/** A profile row in the shape that reports keep. @throws AppError object-altered */
export async function toPatientSnapshot(
  tx: Transaction,
  profile: PatientProfile & { account: Account },
): Promise<PatientSnapshot> {
  return {
    accountId: profile.accountId,
    name: profile.account.displayName,
    printedName: profile.account.printedName,
    givenNames: profile.account.givenNames,
    familyName: profile.account.familyName,
    birthDate: birthDateOf(profile),
    gender: profile.gender,
    bloodGroup: await readBloodGroup(tx, profile),
    email: profile.account.email,
  };
}
