import { database } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { dateOfDay } from '@/forecast/history/hour-dates';
import { countParameters } from '@/forecast/models/lstm/network';
import { HORIZON } from '@/forecast/models/model';
import { askLearned, type Learned } from '@/forecast/ensemble/learned';
import { at } from '@/forecast/series/at';
import { truncate, type DailySeries } from '@/forecast/series/daily-series';
import { formatDay } from '@/forecast/series/day';
import { mean } from '@/forecast/series/weekday-profile';
import { packLearned } from '@/forecast/store/pack-learned';
import { readLearned } from '@/forecast/store/read-learned';
import { savePaths } from '@/forecast/store/stored-paths';
import { FULL_EFFORT, type Effort } from './effort';
import { hasEnoughDays } from './enough-days';
import { learn, type Lesson } from './learn';
import { TUNING, type ModelCard } from './model-card';
import { readTrainingDays } from './read-training-days';

/** The newest days are never learned from: on them the new model is compared with the old. */
const NEWEST_DAYS = 28;
/** "Not worse": two days in a hundred of luck shall not stop the renewal. */
const TOLERANCE = 1.02;

export type Training =
  | { trained: false; reason: 'too-little-history' }
  | { trained: true; version: number; accepted: boolean; card: ModelCard };

/**
 * Trains a new version on what is known of a chain's fees, compares it on the newest weeks with the one
 * in use, and stores it with its card; it is used only if it is not worse.
 * @throws Error when a training process dies; nothing is stored then.
 */
export async function trainModel(
  chainId: number,
  now: Date,
  { seeds, pastLengths, pastSeeds, processes }: Effort = FULL_EFFORT,
): Promise<Training> {
  const series = await readTrainingDays(chainId, now);
  if (!series) return { trained: false, reason: 'too-little-history' };
  const started = Date.now();
  const before = await readLearned(chainId);
  const length = series.logs.length - NEWEST_DAYS;
  const past = before
    ? []
    : pastLengths
        .map((days) => series.logs.length - days)
        .filter(hasEnoughDays)
        .map((end) => ({ length: end, seeds: pastSeeds }));
  const lessons = await learn(series, [...past, { length, seeds }], processes);
  const lesson = lessons.at(-1);
  if (!lesson) throw new Error('nothing was learned');
  const error = await errorOnNewest(lesson, series);
  const errorBefore = before ? await errorOnNewest(before, series) : null;
  const accepted = errorBefore === null || error <= TOLERANCE * errorBefore;
  const card: ModelCard = {
    architecture:
      '28 days → LSTM(24, forget bias 1) → Dense(7 × 3 quantiles), beside boosted trees',
    parameters: countParameters(lesson.networks),
    trees: lesson.trees.length,
    seeds: [...seeds],
    dataFrom: formatDay(series.firstDay),
    dataTo: formatDay(series.firstDay + length - 1),
    epochs: lesson.epochs,
    heldBackLoss: lesson.losses,
    newestWeeks: { days: NEWEST_DAYS, error, errorBefore },
    seconds: (Date.now() - started) / 1_000,
    tuning: TUNING,
  };
  if (!before) await savePast(chainId, series, lessons);
  const version = await store(chainId, lesson, card, { accepted, now, series, length });
  log().info({ chainId, version, accepted, seconds: card.seconds }, 'fee model trained');
  return { trained: true, version, accepted, card };
}

async function store(
  chainId: number,
  lesson: Lesson,
  card: ModelCard,
  {
    accepted,
    now,
    series,
    length,
  }: { accepted: boolean; now: Date; series: DailySeries; length: number },
): Promise<number> {
  const newest = await database().feeModel.aggregate({
    where: { chainId },
    _max: { version: true },
  });
  const version = (newest._max.version ?? 0) + 1;
  const { weights, checksum } = packLearned(lesson);
  await database().feeModel.create({
    data: {
      chainId,
      version,
      trainedAt: now,
      dataFrom: dateOfDay(series.firstDay),
      dataTo: dateOfDay(series.firstDay + length - 1),
      card,
      weights: new Uint8Array(weights),
      checksum: new Uint8Array(checksum),
      accepted,
    },
  });
  return version;
}

/** Mean absolute error of the components' mean over the newest weeks that have passed. */
async function errorOnNewest(learned: Learned, series: DailySeries): Promise<number> {
  const last = series.logs.length - HORIZON;
  const lengths = Array.from({ length: NEWEST_DAYS - HORIZON + 1 }, (_, day) => last - day);
  const paths = await askLearned(
    learned,
    lengths.map((length) => truncate(series, length)),
  );
  return mean(
    paths.flatMap((components, index) =>
      Array.from({ length: HORIZON }, (_, day) => {
        const predicted = mean(components.map(({ mid }) => at(mid, day)));
        return Math.abs(predicted - at(series.logs, at(lengths, index) + day));
      }),
    ),
  );
}

/** What each lesson would have forecast from the day after its end to the day before the next one's. */
async function savePast(chainId: number, series: DailySeries, lessons: readonly Lesson[]) {
  for (const [index, lesson] of lessons.entries()) {
    const end = lessons[index + 1]?.length ?? series.logs.length;
    const lengths = Array.from({ length: end - lesson.length }, (_, day) => lesson.length + day);
    const paths = await askLearned(
      lesson,
      lengths.map((length) => truncate(series, length)),
    );
    await savePaths(
      chainId,
      new Map(paths.map((components, day) => [series.firstDay + at(lengths, day) - 1, components])),
    );
  }
}
