import type { Actor } from '@/accounts/sessions/actor';
import type { Prisma } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { UNSENT_STATES } from '@/reports/sealed/unsent-states';

const WHOLE = { include: { staged: true, ...WITH_KEYS } } as const;

/** A report with its sealed content and the keys that open it, for its patient. */
export type ReceivedReport = Prisma.ReportGetPayload<typeof WHOLE>;

/**
 * Locks a report for the rest of the transaction, for the patient to whom it was forwarded. Call it first
 * in the transaction, so that the verb decides on the newest state.
 * @throws AppError not-found for all others and for drafts, exactly as for a report that does not exist
 */
export async function lockReceivedReport(
  tx: Transaction,
  actor: Actor,
  reportId: string,
): Promise<ReceivedReport> {
  requirePatient(actor);
  // Written, not only locked: the servers of a cluster do not know each other's locks (docs/decisions/139).
  const found = await tx.$executeRaw`
    UPDATE Report SET lockCount = lockCount + 1
    WHERE id = ${reportId} AND patientId = ${actor.accountId}`;
  if (found === 0) throw new AppError('not-found');
  const report = await tx.report.findUniqueOrThrow({
    where: { id: reportId },
    ...WHOLE,
  });
  if (UNSENT_STATES.includes(report.state)) throw new AppError('not-found');
  return report;
}

/**
 * Refuses everyone except an active patient.
 * @throws AppError not-found
 */
export function requirePatient(actor: Actor): void {
  if (actor.role !== 'PATIENT' || actor.status !== 'ACTIVE') throw new AppError('not-found');
}
