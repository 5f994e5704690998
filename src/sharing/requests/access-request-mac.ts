import type { AccessRequest } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isSameMac, proofMac } from '@/vault/proof-mac';

/** What decides whether a doctor may read. */
type DecidingFields = Pick<
  AccessRequest,
  'id' | 'doctorId' | 'patientId' | 'state' | 'askedAt' | 'answerBy' | 'until'
>;

/** Authenticates a request as it is to be stored. */
export function accessRequestMac(
  tx: Transaction,
  { id, doctorId, patientId, state, askedAt, answerBy, until }: DecidingFields,
): Promise<Uint8Array<ArrayBuffer>> {
  const fields = [id, doctorId, patientId, state, askedAt, answerBy, until];
  return proofMac(tx, 'access-request', fields);
}

/** Whether its doctor asked and its patient decided as the row says. */
export async function isGenuineRequest(
  tx: Transaction,
  request: DecidingFields & Pick<AccessRequest, 'mac'>,
): Promise<boolean> {
  return isSameMac(request.mac, await accessRequestMac(tx, request));
}
