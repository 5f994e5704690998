import type { AccessRequest } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { readPersonTexts, sealPersonText } from '@/vault/person-texts';
import { askedSchema, type Asked } from './request-schema';

/**
 * Seals what a doctor asked for with the doctor's key: where the address is unknown there is no other key, and the row
 * must not show that.
 */
export function sealAsk(
  tx: Transaction,
  doctorId: string,
  requestId: string,
  asked: Asked,
): Promise<Uint8Array<ArrayBuffer>> {
  const text = JSON.stringify(asked);
  return sealPersonText(tx, doctorId, `access-request/${requestId}/reason`, text);
}

/** What was typed for a request. */
export interface RequestTexts {
  asked: Asked;
  /** Why the patient declined. */
  answer: string | null;
}

/**
 * Opens what was typed in some requests.
 * @returns by their ids; one whose doctor's key is gone is left out
 */
export async function openTexts(
  tx: Transaction,
  requests: readonly Pick<
    AccessRequest,
    'id' | 'doctorId' | 'patientId' | 'sealedAsk' | 'sealedAnswer'
  >[],
): Promise<Map<string, RequestTexts>> {
  const people = requests.flatMap(({ doctorId, patientId }) =>
    patientId === null ? [doctorId] : [doctorId, patientId],
  );
  const textOf = await readPersonTexts(tx, [...new Set(people)]);
  return new Map(
    requests.flatMap(({ id, doctorId, patientId, sealedAsk, sealedAnswer }) => {
      const text = textOf(doctorId, `access-request/${id}/reason`, sealedAsk);
      if (text === null) return [];
      const asked = askedSchema.parse(JSON.parse(text));
      const place = `access-request/${id}/answer` as const;
      const answer = patientId === null ? null : textOf(patientId, place, sealedAnswer);
      return [[id, { asked, answer }] as const];
    }),
  );
}
