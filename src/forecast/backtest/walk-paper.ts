import {
  PAPER_WINDOW,
  predictPaperNetwork,
  trainPaperNetwork,
} from '@/forecast/models/lstm/paper-network';
import { HORIZON, type WeekPath } from '@/forecast/models/model';
import { TRAIN_DAYS } from '@/forecast/models/window';
import type { DailySeries } from '@/forecast/series/daily-series';
import type { Fit, Walk } from '@/forecast/models/walk';

const SEED = 1;
/** A forecast below this share of the dearest day is none. */
const LEAST = 1e-4;

/** Slow to train, and no better for it: fitted before the run-in, and before the days that are scored. */
function yearlyFits({ first, from, last }: Walk): Fit[] {
  return [
    { origin: first, start: first, until: from - 1 },
    { origin: from, start: from, until: last },
  ];
}

/** As `walkForward`, for the network of the 2023 paper, on prices scaled as it was. */
export async function walkPaper(
  { logs }: DailySeries,
  walk: Walk,
  onProgress: (progress: string) => void,
): Promise<WeekPath[]> {
  const paths: WeekPath[] = [];
  const fits = yearlyFits(walk);
  for (const { origin, start, until } of fits) {
    const past = Array.from(
      logs.subarray(Math.max(0, origin + 1 - TRAIN_DAYS), origin + 1),
      Math.exp,
    );
    const dearest = Math.max(...past);
    const weights = await trainPaperNetwork(
      past.map((gwei) => gwei / dearest),
      SEED,
    );
    onProgress(`paper2023: trained up to day ${origin}`);
    const windows = Array.from({ length: until - start + 1 }, (_, day) =>
      Array.from(
        logs.subarray(start + day + 1 - PAPER_WINDOW, start + day + 1),
        (log) => Math.exp(log) / dearest,
      ),
    );
    const forecasts = await predictPaperNetwork(weights, windows, HORIZON);
    paths.push(
      ...forecasts.map((scaled) => ({
        mid: scaled.map((value) => Math.log(Math.max(LEAST, value) * dearest)),
      })),
    );
  }
  return paths;
}
