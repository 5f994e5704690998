import { BloodGroup } from '@/generated/prisma/enums';
import type { PatientProfile } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { deriveKey } from '@/vault/derive-key';
import { findPersonKey } from '@/vault/person-key';
import { openBytes, sealBytes } from '@/vault/seal';

/** All are as long as this when sealed, so that the length of the bytes does not tell them apart. */
const LENGTH = 16;

/** Seals a patient's blood group with their key: in clear it would be a medical fact in the database. */
export function sealBloodGroup(
  personKey: Uint8Array,
  accountId: string,
  bloodGroup: BloodGroup,
): Uint8Array<ArrayBuffer> {
  const padded = Buffer.from(bloodGroup.padEnd(LENGTH));
  return sealBytes(deriveKey(personKey, 'blood-group'), padded, associatedData(accountId));
}

/**
 * A patient's blood group.
 * @throws AppError object-altered when the row was altered or moved, or the patient's key is missing
 */
export async function readBloodGroup(
  tx: Transaction,
  { accountId, sealedBloodGroup }: Pick<PatientProfile, 'accountId' | 'sealedBloodGroup'>,
): Promise<BloodGroup> {
  try {
    const personKey = await findPersonKey(tx, accountId);
    if (personKey === null) throw new Error('The key of the patient is missing');
    const key = deriveKey(personKey, 'blood-group');
    const padded = openBytes(key, sealedBloodGroup, associatedData(accountId));
    const name = Buffer.from(padded).toString('utf8').trimEnd();
    const bloodGroup = Object.values(BloodGroup).find((one) => one === name);
    if (bloodGroup === undefined) throw new Error('A blood group that this version does not know');
    return bloodGroup;
  } catch (cause) {
    throw new AppError('object-altered', { cause });
  }
}

function associatedData(accountId: string): Uint8Array {
  return Buffer.from(`medanchor/v1/blood-group/${accountId}`);
}
