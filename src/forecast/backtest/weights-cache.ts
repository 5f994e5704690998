import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Weights } from '@/forecast/models/lstm/weights';
import type { Sample } from '@/forecast/models/window';

/** Raise when training changes: what was learned otherwise is then forgotten. */
const RECIPE = 'lstm-1';

/** Networks trained before, found again by what they were trained on. */
export interface WeightsCache {
  has(samples: readonly Sample[], seed: number): boolean;
  get(samples: readonly Sample[], seed: number): Weights | undefined;
  put(samples: readonly Sample[], seed: number, weights: Weights): void;
}

/** A cache of files in a folder, one per network. */
export function weightsCache(folder: string): WeightsCache {
  mkdirSync(folder, { recursive: true });
  const path = (samples: readonly Sample[], seed: number): string => {
    const hash = createHash('sha256').update(`${RECIPE}:${seed}:`);
    for (const { lags, targets, weekday } of samples) {
      hash.update(lags).update(Float64Array.from([weekday, ...targets]));
    }
    return join(folder, `${hash.digest('hex').slice(0, 32)}.json`);
  };
  return {
    has: (samples, seed) => existsSync(path(samples, seed)),
    get(samples, seed) {
      const file = path(samples, seed);
      // Written by `put` alone, whole or not at all as far as a cache needs.
      return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Weights) : undefined;
    },
    put: (samples, seed, weights) => writeFileSync(path(samples, seed), JSON.stringify(weights)),
  };
}
