import type { Account, PatientProfile } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { birthDateOf } from './birth-date';
import type { PatientSnapshot } from './snapshots';

/**
 * An active patient's own data, for a report.
 * @throws AppError not-found, also for an account that is no active patient
 */
export async function getPatient(tx: Transaction, accountId: string): Promise<PatientSnapshot> {
  const profile = await tx.patientProfile.findFirst({
    where: { accountId, account: { role: 'PATIENT', status: 'ACTIVE' } },
    include: { account: true },
  });
  if (profile === null) throw new AppError('not-found');
  return toPatientSnapshot(profile);
}

/** A profile row in the shape that reports keep. */
export function toPatientSnapshot(profile: PatientProfile & { account: Account }): PatientSnapshot {
  return {
    accountId: profile.accountId,
    name: profile.account.displayName,
    printedName: profile.account.printedName,
    givenNames: profile.account.givenNames,
    familyName: profile.account.familyName,
    birthDate: birthDateOf(profile),
    gender: profile.gender,
    bloodGroup: profile.bloodGroup,
    email: profile.account.email,
  };
}
