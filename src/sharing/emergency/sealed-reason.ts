import { z } from 'zod';
import type { EmergencyAccess } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { readPersonTexts, sealPersonText } from '@/vault/person-texts';
import { EMERGENCY_REASONS } from './emergency-schema';

const reasonSchema = z.object({ reason: z.enum(EMERGENCY_REASONS), words: z.string() });

type StatedReason = z.infer<typeof reasonSchema>;

/** Seals why a doctor opens a patient's data, with the patient's key. */
export function sealReason(
  tx: Transaction,
  patientId: string,
  accessId: string,
  { reason, words }: StatedReason,
): Promise<Uint8Array<ArrayBuffer>> {
  const text = JSON.stringify({ reason, words });
  return sealPersonText(tx, patientId, `emergency-access/${accessId}/reason`, text);
}

/** What was typed about an access. */
export interface EmergencyTexts {
  /** Null once the patient is erased. */
  stated: StatedReason | null;
  /** What the administrator found, in their own words; null before the review. */
  found: string | null;
}

/** Opens what was typed about some accesses, by their ids. */
export async function openEmergencyTexts(
  tx: Transaction,
  accesses: readonly Pick<EmergencyAccess, 'id' | 'patientId' | 'sealedReason' | 'sealedVerdict'>[],
): Promise<(accessId: string) => EmergencyTexts> {
  const people = accesses.flatMap(({ patientId }) => patientId ?? []);
  const textOf = await readPersonTexts(tx, [...new Set(people)]);
  const texts = new Map(
    accesses.map(({ id, patientId, sealedReason, sealedVerdict }) => {
      if (patientId === null) return [id, { stated: null, found: null }];
      const stated = textOf(patientId, `emergency-access/${id}/reason`, sealedReason);
      const found = textOf(patientId, `emergency-access/${id}/answer`, sealedVerdict);
      return [
        id,
        { stated: stated === null ? null : reasonSchema.parse(JSON.parse(stated)), found },
      ];
    }),
  );
  return (accessId) => texts.get(accessId) ?? { stated: null, found: null };
}
