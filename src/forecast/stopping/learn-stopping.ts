import { HOURS_PER_WEEK, type Hour, type HourlySeries } from '../hours/hourly-series';
import { at } from '../series/at';
import { followLevel } from './follow-level';
import { SPREADS } from './plan-thresholds';
import { replayHours, type Replay } from './replay-hours';
import { weekShape } from './week-shape';

/** Every so many hours of the past are waited through again. */
const EVERY = 6;
/** Hours of the past that the spreads are compared on. */
const MEMORY = 42 * 24;
/** How strongly a spread that saved more counts more, per replay. */
const RATE = 1;
/** Share of the weight that is spread evenly after each replay, so that a new market is followed. */
const SHARED = 0.01;

/** What is learned from the past for choosing the hour to send in. */
export interface StoppingModel {
  /** What each hour of the week usually costs, log, relative to the level; Sunday 00:00 UTC first. */
  shape: number[];
  /** The present level, log gwei. */
  level: number;
  /** How much each of `SPREADS` counts. */
  weights: number[];
  /** The first hour that is not known. */
  from: Hour;
}

/**
 * Learns the week's shape, the level, and which spreads to believe: fixed-share Hedge over what each would have
 * saved in the last six weeks (Herbster and Warmuth 1998, Tracking the Best Expert).
 * @param known Hours of the series that are known; what comes after them is not looked at.
 * @param replayAt For callers that ask for many moments of one series and keep its replays.
 * @returns undefined with fewer than four known weeks
 */
export function learnStopping(
  series: HourlySeries,
  known = series.gwei.length,
  replayAt: (origin: number) => Replay | undefined = (origin) => replayHours(series, origin),
): StoppingModel | undefined {
  const shape = weekShape(series, known);
  if (!shape) return undefined;
  const level = followLevel(series, shape, known);
  if (Number.isNaN(level)) return undefined;
  let weights = SPREADS.map(() => 1 / SPREADS.length);
  for (let origin = firstOrigin(series, known); origin + HOURS_PER_WEEK < known; origin += EVERY) {
    const replay = replayAt(origin);
    if (replay) weights = reweigh(weights, replay.savings);
  }
  return { shape: Array.from(shape), level, weights, from: series.firstHour + known };
}

/** On a fixed grid of hours, so that replays made for one moment are those of the next one too. */
function firstOrigin({ firstHour }: HourlySeries, known: number): number {
  const earliest = Math.max(0, known - MEMORY - HOURS_PER_WEEK);
  return earliest + ((EVERY - ((firstHour + earliest) % EVERY)) % EVERY);
}

function reweigh(weights: readonly number[], savings: readonly number[]): number[] {
  const raw = weights.map((weight, which) => weight * Math.exp(RATE * at(savings, which)));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => ((1 - SHARED) * weight) / total + SHARED / raw.length);
}
