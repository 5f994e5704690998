import { z } from 'zod';
import { formatPatientNumber } from '@/accounts/people/patient-marks';

/** A patient of a doctor, as the list to pick from shows them. */
export const ownPatientSchema = z.object({
  accountId: z.uuid(),
  name: z.string(),
  /** `YYYY-MM-DD`; null when the account has no profile any more. */
  birthDate: z.iso.date().nullable(),
  /** As `formatPatientNumber` writes it; null like the birth date. */
  number: z.string().nullable(),
});

export type OwnPatient = z.infer<typeof ownPatientSchema>;

/** The columns of an account that it needs. */
export const ownPatientColumns = {
  id: true,
  displayName: true,
  patient: { select: { birthDate: true, number: true } },
} as const;

/** An account's row as the list shows it. */
export function toOwnPatient(account: {
  id: string;
  displayName: string;
  patient: { birthDate: Date; number: number } | null;
}): OwnPatient {
  const { id, displayName, patient } = account;
  return {
    accountId: id,
    name: displayName,
    birthDate: patient?.birthDate.toISOString().slice(0, 10) ?? null,
    number: patient === null ? null : formatPatientNumber(patient.number),
  };
}
