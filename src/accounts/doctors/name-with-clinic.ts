import { NAME_COLUMNS, nameOfAccount } from '@/accounts/people/both-spellings';
import type { Prisma } from '@/generated/prisma/client';

/** What is read of an account to name a doctor. */
export const nameWithClinicSelect = {
  ...NAME_COLUMNS,
  email: true,
  doctor: { select: { clinic: true } },
} satisfies Prisma.AccountSelect;

/** A doctor as a mail names them, e.g. `Dr. A. Georgiou, Clinic North`. */
export function nameWithClinic(doctor: {
  displayName: string;
  printedName: string | null;
  doctor: { clinic: string } | null;
}): string {
  const name = nameOfAccount(doctor);
  return doctor.doctor === null ? name : `${name}, ${doctor.doctor.clinic}`;
}
