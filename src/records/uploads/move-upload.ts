import type { Prisma } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { UPLOAD_MOVES, type UploadMove, type UploadMover } from './upload-transitions';

/**
 * The only place where an upload's state changes: refused unless it is, at this very moment and inside this transaction,
 * in a state that allows the move.
 * @param by who makes the move; must be the one in the table
 * @param data columns that change together with the state
 * @throws AppError wrong-state, also when it is gone
 */
export async function moveUpload(
  tx: Transaction,
  uploadId: string,
  move: UploadMove,
  by: UploadMover,
  data: Omit<Prisma.UploadUncheckedUpdateManyInput, 'state'> = {},
): Promise<void> {
  const rule = UPLOAD_MOVES[move];
  if (rule.by !== by) throw new AppError('forbidden');
  const { count } = await tx.upload.updateMany({
    where: { id: uploadId, state: { in: [...rule.from] } },
    data: { ...data, state: rule.to },
  });
  if (count === 0) throw new AppError('wrong-state');
}
