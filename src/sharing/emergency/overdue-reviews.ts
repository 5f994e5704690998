import type { EmergencyAccess } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';

/** An access that nobody has reviewed in time. */
export type OverdueReview = Pick<
  EmergencyAccess,
  'id' | 'doctorId' | 'patientId' | 'reviewBy' | 'overdueAt'
>;

const AT_ONCE = 100;

/**
 * The accesses that were opened and have no verdict after the time for it, first those that were not noted yet, the longest overdue first.
 * @param now of the database
 */
export function listOverdueReviews(tx: Transaction, now: Date): Promise<OverdueReview[]> {
  return tx.emergencyAccess.findMany({
    where: { verdict: null, reviewBy: { lte: now } },
    select: { id: true, doctorId: true, patientId: true, reviewBy: true, overdueAt: true },
    orderBy: [{ overdueAt: 'asc' }, { reviewBy: 'asc' }],
    take: AT_ONCE,
  });
}
