import type { Violation } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isSameMac, proofMac } from '@/vault/proof-mac';

/** What is authenticated of a violation: all that was found. */
type FoundFields = Pick<
  Violation,
  | 'kind'
  | 'at'
  | 'actorKind'
  | 'actorId'
  | 'patientId'
  | 'reportId'
  | 'onceHash'
  | 'salt'
  | 'leafHash'
>;

/** Authenticates a violation as it is to be stored. */
export function violationMac(
  tx: Transaction,
  found: FoundFields,
): Promise<Uint8Array<ArrayBuffer>> {
  const { kind, at, actorKind, actorId, patientId, reportId, onceHash, salt, leafHash } = found;
  const fields = [kind, at, actorKind, actorId, patientId, reportId, onceHash, salt, leafHash];
  return proofMac(tx, 'violation', fields);
}

/** Whether we found a violation like this. */
export async function isGenuineViolation(
  tx: Transaction,
  violation: FoundFields & Pick<Violation, 'mac'>,
): Promise<boolean> {
  return isSameMac(violation.mac, await violationMac(tx, violation));
}
