import { trainInProcesses } from '@/forecast/models/lstm/train-in-processes';
import { growTrees } from '@/forecast/models/gradient-boosting';
import { samplesOf, TRAIN_DAYS } from '@/forecast/models/window';
import type { Learned } from '@/forecast/ensemble/learned';
import { truncate, type DailySeries } from '@/forecast/series/daily-series';

/** What was learned up to some day. */
export interface Lesson extends Learned {
  /** Days of the series that were seen. */
  length: number;
  epochs: number[];
  losses: number[];
}

/**
 * Learns from several beginnings of one series at once; the same series and seeds give the same.
 * @param lessons How many days of the series each may see, and the seeds of its networks.
 */
export async function learn(
  series: DailySeries,
  lessons: readonly { length: number; seeds: readonly number[] }[],
  processes?: number,
): Promise<Lesson[]> {
  const trainings = lessons.flatMap(({ length, seeds }, lesson) => {
    const samples = samplesOf(truncate(series, length), TRAIN_DAYS);
    return seeds.map((seed) => ({ lesson, seed, samples }));
  });
  const networks = await trainInProcesses(trainings, { processes });
  return lessons.map(({ length }, lesson) => {
    const own = networks.filter((_, index) => trainings[index]?.lesson === lesson);
    return {
      length,
      networks: own.map(({ weights }) => weights),
      epochs: own.map(({ epochs }) => epochs),
      losses: own.map(({ loss }) => loss),
      trees: growTrees(truncate(series, length)),
    };
  });
}
