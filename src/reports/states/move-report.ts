import type { Prisma } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { countAtCommit } from '@/reports/counts/count-at-commit';
import { MOVES, type Move, type Mover } from './states';

/**
 * The only place where a report's state changes: the move is refused unless the report is, at this very
 * moment and inside this transaction, in a state that allows it.
 * @param by who makes the move; must be the one in the table
 * @param data columns that change together with the state
 * @throws AppError wrong-state
 */
export async function moveReport(
  tx: Transaction,
  reportId: string,
  move: Move,
  by: Mover,
  data: Omit<Prisma.ReportUncheckedUpdateManyInput, 'state'> = {},
): Promise<void> {
  const rule = MOVES[move];
  if (rule.by !== by) throw new AppError('forbidden');
  const { count } = await tx.report.updateMany({
    where: { id: reportId, state: { in: [...rule.from] } },
    data: { ...data, state: rule.to },
  });
  if (count !== 1) throw new AppError('wrong-state');
  countAtCommit(tx, reportId);
}
