import type { PatientProfile } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { isSameMac, proofMac, type ProofFields } from '@/vault/proof-mac';

/** By what doctors tell a patient from others of the same name, and whether the patient may still correct it alone. */
export type PatientFields = Pick<
  PatientProfile,
  'accountId' | 'number' | 'birthDate' | 'birthPrecision' | 'gender' | 'firstReportAt'
>;

/** Authenticates a patient's birth date, gender and number as they are to be stored. */
export function patientProfileMac(
  tx: Transaction,
  profile: PatientFields,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'patient-profile', patientFields(profile));
}

/** Whether the patient or an administrator stated this birth date and gender, and the number is the patient's. */
export async function isGenuinePatient(
  tx: Transaction,
  profile: PatientFields & Pick<PatientProfile, 'mac'>,
): Promise<boolean> {
  return isSameMac(profile.mac, await patientProfileMac(tx, profile));
}

/** Authenticates a row that was made in this transaction: only the database knows its number before. */
export async function authenticateNewPatient(tx: Transaction, accountId: string): Promise<void> {
  const profile = await tx.patientProfile.findUniqueOrThrow({ where: { accountId } });
  const mac = await patientProfileMac(tx, profile);
  await tx.patientProfile.update({ where: { accountId }, data: { mac } });
}

/**
 * Changes a patient's birth date. The row is locked already.
 * @throws AppError conflict when it is not genuine: an altered row is not made genuine by a change
 */
export async function changeBirthDate(
  tx: Transaction,
  accountId: string,
  birth: Pick<PatientProfile, 'birthDate' | 'birthPrecision'>,
): Promise<void> {
  const profile = await tx.patientProfile.findUniqueOrThrow({ where: { accountId } });
  if (!(await isGenuinePatient(tx, profile))) throw new AppError('conflict');
  const mac = await patientProfileMac(tx, { ...profile, ...birth });
  await tx.patientProfile.update({ where: { accountId }, data: { ...birth, mac } });
}

/** The fields in the order in which they are authenticated. */
export function patientFields(profile: PatientFields): ProofFields {
  const { accountId, number, birthDate, birthPrecision, gender, firstReportAt } = profile;
  return [accountId, String(number), birthDate, birthPrecision, gender, firstReportAt];
}
