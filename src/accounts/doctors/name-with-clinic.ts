import type { Prisma } from '@/generated/prisma/client';

/** What is read of an account to name a doctor. */
export const nameWithClinicSelect = {
  displayName: true,
  email: true,
  doctor: { select: { clinic: true } },
} satisfies Prisma.AccountSelect;

/** A doctor as a mail names them, e.g. `Dr. A. Georgiou, Clinic North`. */
export function nameWithClinic(doctor: {
  displayName: string;
  doctor: { clinic: string } | null;
}): string {
  return doctor.doctor === null
    ? doctor.displayName
    : `${doctor.displayName}, ${doctor.doctor.clinic}`;
}
