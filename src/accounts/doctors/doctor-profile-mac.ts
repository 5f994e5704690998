import type { DoctorProfile } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isSameMac, proofMac, type ProofFields } from '@/vault/proof-mac';

/** What a report names of a doctor besides the account. */
export type WorkplaceFields = Pick<DoctorProfile, 'accountId' | 'licenceNumber' | 'clinic'>;

/** Authenticates a doctor's licence and clinic as they are to be stored. */
export function doctorProfileMac(
  tx: Transaction,
  profile: WorkplaceFields,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'doctor-profile', workplaceFields(profile));
}

/** Whether the doctor or an administrator stated this licence and clinic. */
export async function isGenuineWorkplace(
  tx: Transaction,
  profile: WorkplaceFields & Pick<DoctorProfile, 'mac'>,
): Promise<boolean> {
  return isSameMac(profile.mac, await doctorProfileMac(tx, profile));
}

/** The fields in the order in which they are authenticated. */
export function workplaceFields(profile: WorkplaceFields): ProofFields {
  const { accountId, licenceNumber, clinic } = profile;
  return [accountId, licenceNumber, clinic];
}
