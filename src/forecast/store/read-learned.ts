import { database } from '@/platform/database/database';
import { log } from '@/platform/logger';
import type { Learned } from '@/forecast/ensemble/learned';
import { dayOf, type Day } from '../series/day';
import { unpackLearned } from './pack-learned';

/** A model as it was stored. */
export interface StoredModel extends Learned {
  version: number;
  trainedAt: Date;
  /** The last day that it learned from. */
  learnedTo: Day;
}

/**
 * The newest accepted model of a chain whose weights are whole; a damaged one is passed over.
 * @returns undefined when there is none.
 */
export async function readLearned(chainId: number): Promise<StoredModel | undefined> {
  const versions = await database().feeModel.findMany({
    where: { chainId, accepted: true },
    orderBy: { version: 'desc' },
    select: { id: true, version: true },
    take: 5,
  });
  for (const { id, version } of versions) {
    const row = await database().feeModel.findUnique({ where: { id } });
    const learned = row && unpackLearned(row.weights, row.checksum);
    if (learned) {
      return { ...learned, version, trainedAt: row.trainedAt, learnedTo: dayOf(row.dataTo) };
    }
    log().error({ chainId, version }, 'weights of a fee model are damaged');
  }
  return undefined;
}
