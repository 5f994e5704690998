import type { Prisma, Report } from '@/generated/prisma/client';
import { READ_BY_PATIENT } from '@/reports/states/read-by-patient';

/** Whether a report belongs to its patient's kit: what they may read, as long as it can be opened. */
export function belongsToKit({ state, wrappedKey, objectAddress }: Report): boolean {
  return READ_BY_PATIENT.includes(state) && wrappedKey !== null && objectAddress !== null;
}

/** The reports that belong to a patient's kit. */
export function kitReportsOf(accountId: string): Prisma.ReportWhereInput {
  return {
    patientId: accountId,
    state: { in: [...READ_BY_PATIENT] },
    wrappedKey: { not: null },
    patientKey: { isNot: null },
    objectAddress: { not: null },
  };
}
