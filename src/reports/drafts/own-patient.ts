import { z } from 'zod';
import { birthDateOf } from '@/accounts/people/birth-date';
import { NAME_COLUMNS, nameOfAccount } from '@/accounts/people/both-spellings';
import { formatPatientNumber } from '@/accounts/people/patient-marks';
import type { BirthPrecision } from '@/generated/prisma/enums';

/** A patient of a doctor, as the list to pick from shows them. */
export const ownPatientSchema = z.object({
  accountId: z.uuid(),
  name: z.string(),
  /** As far as it is known, `YYYY-MM-DD` to `YYYY`; null when the account has no profile any more. */
  birthDate: z.string().nullable(),
  /** As `formatPatientNumber` writes it; null like the birth date. */
  number: z.string().nullable(),
});

export type OwnPatient = z.infer<typeof ownPatientSchema>;

/** The columns of an account that it needs. */
export const ownPatientColumns = {
  id: true,
  ...NAME_COLUMNS,
  patient: { select: { birthDate: true, birthPrecision: true, number: true } },
} as const;

/** An account's row as the list shows it. */
export function toOwnPatient(account: {
  id: string;
  displayName: string;
  printedName: string | null;
  patient: { birthDate: Date; birthPrecision: BirthPrecision; number: number } | null;
}): OwnPatient {
  const { id, patient } = account;
  return {
    accountId: id,
    name: nameOfAccount(account),
    birthDate: patient === null ? null : birthDateOf(patient),
    number: patient === null ? null : formatPatientNumber(patient.number),
  };
}
