import type { Report } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { findEnds } from './find-ends';

/**
 * Refuses a report that its doctor has withdrawn, retracted or replaced, also while the chain does not show it yet.
 * @throws AppError report-invalid
 */
export async function requireNotEnded(tx: Transaction, report: Pick<Report, 'id'>): Promise<void> {
  if (!(await findEnds(tx, [report])).has(report.id)) return;
  throw new AppError('report-invalid', {
    detail: (t) => t('reports.requireNotEnded.ended'),
  });
}
