import { birthDateOf } from '@/accounts/people/birth-date';
import { nameOfAccount } from '@/accounts/people/both-spellings';
import { formatPatientNumber } from '@/accounts/people/patient-marks';
import { isGenuinePatient } from '@/accounts/people/patient-profile-mac';
import { database } from '@/platform/database/database';
import type { OwnPatient } from './own-patient';

/** Some patients of a doctor, by name. Of an altered row neither birth date nor number is shown. */
export async function readOwnPatients(ids: readonly string[]): Promise<OwnPatient[]> {
  const tx = database();
  const accounts = await tx.account.findMany({
    where: { id: { in: [...ids] } },
    include: { patient: true },
    orderBy: { displayName: 'asc' },
  });
  return Promise.all(
    accounts.map(async ({ patient, ...account }) => {
      const isGenuine = patient !== null && (await isGenuinePatient(tx, patient));
      return {
        accountId: account.id,
        name: nameOfAccount(account),
        birthDate: isGenuine ? birthDateOf(patient) : null,
        number: isGenuine ? formatPatientNumber(patient.number) : null,
      };
    }),
  );
}
