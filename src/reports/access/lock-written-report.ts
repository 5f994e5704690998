import type { Actor } from '@/accounts/sessions/actor';
import type { Prisma } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';

const WHOLE = { include: { staged: true, ...WITH_KEYS } } as const;

/** A report with its sealed content and the keys that open it, for the doctor who writes it. */
export type WrittenReport = Prisma.ReportGetPayload<typeof WHOLE>;

/**
 * Locks a report for the rest of the transaction, for the doctor who wrote it.
 *
 * Call it first in the transaction: a plain read before the lock would fix an older snapshot, and the
 * verb would then use a state that another tab has already changed.
 * @throws AppError not-found for all others, exactly as for a report that does not exist
 */
export async function lockWrittenReport(
  tx: Transaction,
  actor: Actor,
  reportId: string,
): Promise<WrittenReport> {
  requireDoctor(actor);
  // Written, not only locked: the servers of a cluster do not know each other's locks (docs/decisions/139).
  const found = await tx.$executeRaw`
    UPDATE Report SET lockCount = lockCount + 1
    WHERE id = ${reportId} AND doctorId = ${actor.accountId}`;
  if (found === 0) throw new AppError('not-found');
  return tx.report.findUniqueOrThrow({ where: { id: reportId }, ...WHOLE });
}

/**
 * Locks a report for the rest of the transaction if it is as it was read: nothing of it need be read again.
 * @param read by `findWrittenReport`
 * @returns whether it is; if not, nothing is locked
 */
export async function lockUnchangedReport(tx: Transaction, read: WrittenReport): Promise<boolean> {
  const found = await tx.$executeRaw`
    UPDATE Report SET lockCount = lockCount + 1
    WHERE id = ${read.id} AND doctorId = ${read.doctorId}
      AND state = ${read.state} AND updatedAt = ${read.updatedAt}`;
  return found === 1;
}

/**
 * Reads a report without a lock, for the doctor who wrote it, to prepare what a later transaction decides on again under
 * the lock.
 * @throws AppError not-found for all others
 */
export async function findWrittenReport(
  tx: Transaction,
  actor: Actor,
  reportId: string,
): Promise<WrittenReport> {
  requireDoctor(actor);
  const report = await tx.report.findUnique({
    where: { id: reportId, doctorId: actor.accountId },
    ...WHOLE,
  });
  if (report === null) throw new AppError('not-found');
  return report;
}

/**
 * Refuses everyone except an approved doctor who is not suspended. A route checks only the role; pages call verbs
 * without a route.
 * @throws AppError not-found
 */
export function requireDoctor(actor: Actor): void {
  if (actor.role !== 'DOCTOR' || actor.status !== 'ACTIVE') throw new AppError('not-found');
}
