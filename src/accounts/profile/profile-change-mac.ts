import type { ProfileChange } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isSameMac, proofMac, type ProofFields } from '@/vault/proof-mac';
import { PROFILE_FIELDS, profileFieldsSchema } from './profile-fields';

/** Who wants to be called and born how. */
export type WishFields = Pick<ProfileChange, 'id' | 'accountId'> & { wanted: unknown };

/** Authenticates a request to correct somebody's data as it is to be stored. */
export function profileChangeMac(
  tx: Transaction,
  request: WishFields,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'profile-change', wishFields(request));
}

/** Whether the person asked for exactly this, and nobody has decided yet: a decided request has no MAC any more. */
export async function isGenuineWish(
  tx: Transaction,
  request: WishFields & Pick<ProfileChange, 'mac'>,
): Promise<boolean> {
  if (!profileFieldsSchema.safeParse(request.wanted).success) return false;
  return isSameMac(request.mac, await profileChangeMac(tx, request));
}

/** The fields in the order in which they are authenticated. */
export function wishFields({ id, accountId, wanted }: WishFields): ProofFields {
  const fields = profileFieldsSchema.parse(wanted);
  return [id, accountId, ...PROFILE_FIELDS.map((field) => fields[field])];
}
