import type { Prisma } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { countAtCommit } from '@/reports/counts/count-at-commit';
import { MOVES, type Move, type Mover } from './states';

/**
 * Moves one report, as moveReports.
 * @param data columns that change together with the state
 * @throws AppError wrong-state
 */
export function moveReport(
  tx: Transaction,
  reportId: string,
  move: Move,
  by: Mover,
  data: Columns = {},
): Promise<void> {
  return moveReports(tx, [reportId], move, by, data);
}

/**
 * The only place where a report's state changes: the move is refused unless every report is, at this very
 * moment and inside this transaction, in a state that allows it.
 * @param by who makes the move; must be the one in the table
 * @param data columns that change together with the state
 * @throws AppError wrong-state
 */
export async function moveReports(
  tx: Transaction,
  reportIds: readonly string[],
  move: Move,
  by: Mover,
  data: Columns = {},
): Promise<void> {
  const rule = MOVES[move];
  if (rule.by !== by) throw new AppError('forbidden');
  const { count } = await tx.report.updateMany({
    where: { id: { in: [...reportIds] }, state: { in: [...rule.from] } },
    data: { ...data, state: rule.to },
  });
  if (count !== reportIds.length) throw new AppError('wrong-state');
  for (const reportId of reportIds) countAtCommit(tx, reportId);
}

type Columns = Omit<Prisma.ReportUncheckedUpdateManyInput, 'state'>;
