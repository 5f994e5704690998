import type { Actor } from '@/accounts/sessions/actor';
import { ReportTemplate } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { readRetentionRules, type RetentionTerm } from './retention-rules';

/** What administrators see of retention and erasure. Counts only: reports are not theirs to read. */
export interface RetentionOverview {
  /** For every kind of report; zero years where there is no rule. */
  rules: RetentionTerm[];
  /** Reports of erased patients that are kept sealed. */
  kept: number;
  /** When the first of them is destroyed, ISO 8601; null when there is none. */
  nextDueAt: string | null;
  /** Erasures that can still be taken back, or are being carried out. */
  underWay: number;
  done: number;
}

/** @throws AppError forbidden for everyone except administrators */
export async function readRetention(actor: Actor): Promise<RetentionOverview> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const [rules, kept, next, underWay, done] = await Promise.all([
    readRetentionRules(),
    database().report.count({ where: { keptUntil: { not: null } } }),
    database().report.findFirst({
      where: { keptUntil: { not: null } },
      orderBy: { keptUntil: 'asc' },
      select: { keptUntil: true },
    }),
    database().erasure.count({ where: { state: { in: ['WAITING', 'STARTED'] } } }),
    database().erasure.count({ where: { state: 'DONE' } }),
  ]);
  return {
    rules: Object.values(ReportTemplate).map(
      (kind) => rules.get(kind) ?? { kind, keepYears: 0, basis: '' },
    ),
    ...{ kept, underWay, done },
    nextDueAt: next?.keptUntil?.toISOString() ?? null,
  };
}
