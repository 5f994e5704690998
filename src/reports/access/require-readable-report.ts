import type { Actor } from '@/accounts/sessions/actor';
import type { Prisma } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { UNSENT_STATES } from '@/reports/sealed/unsent-states';
import { recordRefusal } from '@/reports/violations/record-refusal';

/**
 * Refuses everyone except the doctor who wrote a report and the patient to whom it was forwarded. Cheaper than
 * reading it: for what is shown around its page. The attempt of anybody else is counted.
 * @throws AppError not-found, exactly as for a report that does not exist
 */
export async function requireReadableReport(actor: Actor, reportId: string): Promise<void> {
  const where = readableBy(actor);
  const count =
    where === null ? 0 : await database().report.count({ where: { id: reportId, ...where } });
  if (count > 0) return;
  await recordRefusal(actor, reportId, 'read');
  throw new AppError('not-found');
}

/** @returns null for those who may read none */
function readableBy({ role, status, accountId }: Actor): Prisma.ReportWhereInput | null {
  if (status !== 'ACTIVE') return null;
  switch (role) {
    case 'DOCTOR':
      return { doctorId: accountId, state: { not: 'DISCARDED' } };
    case 'PATIENT':
      return { patientId: accountId, state: { notIn: UNSENT_STATES } };
    case 'ADMIN':
      return null;
  }
}
