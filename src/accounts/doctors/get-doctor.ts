import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { isGenuineAccount } from '@/accounts/passwords/account-mac';
import type { DoctorSnapshot } from '@/accounts/people/snapshots';
import { isGenuineWorkplace } from './doctor-profile-mac';

/**
 * An approved doctor's own data, for a report.
 * @throws AppError not-found, also for an account that is no active doctor; object-altered
 */
export async function getDoctor(tx: Transaction, accountId: string): Promise<DoctorSnapshot> {
  const profile = await tx.doctorProfile.findFirst({
    where: { accountId, account: { role: 'DOCTOR', status: 'ACTIVE' } },
    include: { account: true },
  });
  if (profile === null) throw new AppError('not-found');
  const isGenuine =
    (await isGenuineWorkplace(tx, profile)) && (await isGenuineAccount(tx, profile.account));
  if (!isGenuine) throw new AppError('object-altered');
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
