import { predictNetworks } from '@/forecast/models/lstm/predict-network';
import { SEEDS } from '@/forecast/models/lstm/seeds';
import { trainInProcesses } from '@/forecast/models/lstm/train-in-processes';
import type { Weights } from '@/forecast/models/lstm/weights';
import type { WeekPath } from '@/forecast/models/model';
import { samplesOf, TRAIN_DAYS, windowOf, type Sample } from '@/forecast/models/window';
import { truncate, type DailySeries } from '@/forecast/series/daily-series';
import type { WeightsCache } from './weights-cache';
import { fitsOf, type Walk } from '@/forecast/models/walk';

/** As `walkForward`, for the networks: trained in parallel, and remembered between runs. */
export async function walkLstm(
  series: DailySeries,
  walk: Walk,
  cache: WeightsCache,
  onProgress: (progress: string) => void,
): Promise<WeekPath[]> {
  const fits = fitsOf(walk);
  const wanted = fits.flatMap(({ origin }) => {
    const samples = samplesOf(truncate(series, origin + 1), TRAIN_DAYS);
    return SEEDS.map((seed) => ({ origin, seed, samples }));
  });
  const missing = wanted.filter(({ samples, seed }) => !cache.has(samples, seed));
  const started = Date.now();
  await trainInProcesses(missing, {
    onDone: (index, { weights }, done) => {
      const { samples, seed } = missing[index] ?? {};
      if (samples && seed !== undefined) cache.put(samples, seed, weights);
      const seconds = Math.round((Date.now() - started) / 1_000);
      onProgress(`lstm: ${done} of ${missing.length} networks trained in ${seconds} s`);
    },
  });
  const paths: WeekPath[] = [];
  for (const { origin, start, until } of fits) {
    const networks = wanted
      .filter((want) => want.origin === origin)
      .map(({ samples, seed }) => recall(cache, samples, seed));
    const windows = Array.from({ length: until - start + 1 }, (_, day) =>
      windowOf(truncate(series, start + day + 1)),
    );
    paths.push(...(await predictNetworks(networks, windows)));
  }
  return paths;
}

function recall(cache: WeightsCache, samples: Sample[], seed: number): Weights {
  const weights = cache.get(samples, seed);
  if (!weights) throw new Error('a network that was trained is not there');
  return weights;
}
