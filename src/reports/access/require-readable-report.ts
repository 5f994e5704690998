import type { Actor } from '@/accounts/sessions/actor';
import type { Prisma } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { UNSENT_STATES } from './lock-received-report';

/**
 * Refuses everyone except the doctor who wrote a report and the patient to whom it was forwarded. Cheaper than
 * reading it: for what is shown around its page.
 * @throws AppError not-found, exactly as for a report that does not exist
 */
export async function requireReadableReport(actor: Actor, reportId: string): Promise<void> {
  const count = await database().report.count({ where: { id: reportId, ...readableBy(actor) } });
  if (count === 0) throw new AppError('not-found');
}

function readableBy({ role, status, accountId }: Actor): Prisma.ReportWhereInput {
  if (status !== 'ACTIVE') throw new AppError('not-found');
  switch (role) {
    case 'DOCTOR':
      return { doctorId: accountId, state: { not: 'DISCARDED' } };
    case 'PATIENT':
      return { patientId: accountId, state: { notIn: UNSENT_STATES } };
    case 'ADMIN':
      throw new AppError('not-found');
  }
}
