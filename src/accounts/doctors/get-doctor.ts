import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import type { DoctorSnapshot } from '@/accounts/people/snapshots';

/**
 * An approved doctor's own data, for a report.
 * @throws AppError not-found, also for an account that is no active doctor
 */
export async function getDoctor(tx: Transaction, accountId: string): Promise<DoctorSnapshot> {
  const profile = await tx.doctorProfile.findFirst({
    where: { accountId, account: { role: 'DOCTOR', status: 'ACTIVE' } },
    include: { account: true },
  });
  if (profile === null) throw new AppError('not-found');
  return {
    accountId,
    name: profile.account.displayName,
    printedName: profile.account.printedName,
    givenNames: profile.account.givenNames,
    familyName: profile.account.familyName,
    licenceNumber: profile.licenceNumber,
    clinic: profile.clinic,
    email: profile.account.email,
  };
}
