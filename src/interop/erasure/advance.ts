import type { Erasure, Prisma } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';

/** What a worker does, in this order. Each can be done again when its worker died in the middle. */
export const STEPS = ['close', 'keep', 'objects', 'key', 'rows', 'receipt', 'done'] as const;

/** What a worker does next. */
export type Step = (typeof STEPS)[number];

/** An erasure that a worker holds. */
export type HeldErasure = Pick<
  Erasure,
  'id' | 'accountId' | 'attempts' | 'requestedAt' | 'dueAt' | 'items'
> & { step: Step };

/**
 * Notes in the transaction of a step that it is done.
 * @throws Error when another worker has taken the erasure over
 */
export async function advance(
  tx: Transaction,
  { id, attempts, step }: HeldErasure,
  next: Step,
  data: Prisma.ErasureUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await tx.erasure.updateMany({
    where: { id, attempts, step },
    data: { ...data, step: next },
  });
  if (count === 0) throw new Error('Another worker has taken the erasure over');
}
