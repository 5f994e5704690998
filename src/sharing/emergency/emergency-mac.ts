import type { EmergencyAccess } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import { isSameMac, proofMac } from '@/vault/proof-mac';

/** What decides who may read what until when, and what was found about it. */
export type DecidingFields = Pick<
  EmergencyAccess,
  | 'id'
  | 'doctorId'
  | 'patientId'
  | 'tier'
  | 'state'
  | 'askedAt'
  | 'answerBy'
  | 'firstById'
  | 'secondById'
  | 'openedAt'
  | 'endsAt'
  | 'reviewBy'
  | 'reviewedById'
  | 'reviewedAt'
  | 'verdict'
>;

/** Authenticates an emergency access as it is to be stored. */
export function emergencyMac(
  tx: Transaction,
  access: DecidingFields,
): Promise<Uint8Array<ArrayBuffer>> {
  const { id, doctorId, patientId, tier, state, askedAt, answerBy, firstById, secondById } = access;
  const { openedAt, endsAt, reviewBy, reviewedById, reviewedAt, verdict } = access;
  return proofMac(tx, 'emergency-access', [
    ...[id, doctorId, patientId, tier, state, askedAt, answerBy, firstById, secondById],
    ...[openedAt, endsAt, reviewBy, reviewedById, reviewedAt, verdict],
  ]);
}

/** Whether we stored the row as it is. */
export async function isGenuineEmergency(
  tx: Transaction,
  access: DecidingFields & Pick<EmergencyAccess, 'mac'>,
): Promise<boolean> {
  return isSameMac(access.mac, await emergencyMac(tx, access));
}

/** @throws AppError not-found where there is no row, or it is not as we stored it */
export async function requireGenuineEmergency<A extends EmergencyAccess>(
  tx: Transaction,
  access: A | null,
): Promise<A> {
  if (access === null) throw new AppError('not-found');
  if (await isGenuineEmergency(tx, access)) return access;
  log().error({ access: access.id }, 'an emergency access in the database was altered');
  throw new AppError('not-found');
}
