import type { Connection } from 'mariadb';
import { patientFields, type PatientFields } from '@/accounts/people/patient-profile-mac';
import { wishFields, type WishFields } from '@/accounts/profile/profile-change-mac';
import { proofMacBy } from '@/vault/proof-mac';
import type { Keyring } from '@/vault/seal-under-keyring';
import { pages } from './pages';
import { proofsKeyOf } from './proofs-key';

/**
 * Between the migrations `bound_profiles` and `only_bound_profiles`: authenticates patients' birth dates, genders and
 * numbers, and open requests to correct a person's data, as they stand. Ends what was begun when it is run again.
 * @param keyring opens the key of the system for proofs
 */
export async function bindProfiles(connection: Connection, keyring: Keyring): Promise<void> {
  const key = await proofsKeyOf(connection, keyring);
  const patients = `SELECT accountId AS id, accountId, number, birthDate, birthPrecision, gender, firstReportAt
    FROM PatientProfile WHERE mac IS NULL`;
  for await (const rows of pages<PatientFields & { id: string }>(
    connection,
    patients,
    'accountId',
  )) {
    await connection.batch(
      'UPDATE PatientProfile SET mac = ? WHERE accountId = ?',
      rows.map((row) => [
        Buffer.from(proofMacBy(key, 'patient-profile', patientFields(row))),
        row.id,
      ]),
    );
  }
  const requests = `SELECT id, accountId, wanted FROM ProfileChange WHERE mac IS NULL AND openFor IS NOT NULL`;
  for await (const rows of pages<WishFields>(connection, requests, 'id')) {
    await connection.batch(
      'UPDATE ProfileChange SET mac = ? WHERE id = ?',
      rows.map((row) => [Buffer.from(proofMacBy(key, 'profile-change', wishFields(row))), row.id]),
    );
  }
}
