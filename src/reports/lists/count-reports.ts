import type { Actor } from '@/accounts/sessions/actor';
import { ReportState } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';

/** How many reports are in each state, for an administrator: numbers only. */
export async function countReports(actor: Actor): Promise<Record<ReportState, number>> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const groups = await database().report.groupBy({ by: ['state'], _count: true });
  const counts = new Map(groups.map(({ state, _count }) => [state, _count]));
  const rows = Object.values(ReportState).map((state) => [state, counts.get(state) ?? 0]);
  // Every state of the enum has its row.
  return Object.fromEntries(rows) as Record<ReportState, number>;
}
