import { ViolationKind } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS } from '@/platform/time/durations';

/** What is measured of violations. */
export interface ViolationCounts {
  /** Of the last 24 hours, by kind. */
  today: Record<ViolationKind, number>;
  /** Not on the chain yet. */
  waiting: number;
  /** Changed by somebody in the database. */
  altered: number;
}

/** Counts violations, for the metrics and the administrators' page. */
export async function countViolations(): Promise<ViolationCounts> {
  const since = new Date((await databaseNow()).getTime() - DAY_MS);
  const [counts, waiting, altered] = await Promise.all([
    database().violation.groupBy({ by: ['kind'], where: { at: { gte: since } }, _count: true }),
    database().violation.count({
      where: { alteredAt: null, OR: [{ batchId: null }, { batch: { reportedAt: null } }] },
    }),
    database().violation.count({ where: { alteredAt: { not: null } } }),
  ]);
  const byKind = new Map(counts.map(({ kind, _count }) => [kind, _count]));
  const kinds = Object.values(ViolationKind);
  const today = Object.fromEntries(kinds.map((kind) => [kind, byKind.get(kind) ?? 0]));
  return { today: today as ViolationCounts['today'], waiting, altered };
}
