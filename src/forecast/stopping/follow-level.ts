import type { HourlySeries } from '../hours/hourly-series';
import { at } from '../series/at';
import { hourOfWeek } from './hour-of-week';
import { CLIP } from './week-shape';

/** Share of the level that stays from one hour to the next: half of it is renewed in a day and a half. */
const STAYS = 0.98;
/** Hours after which the level no longer depends on where it began. */
const RUN_IN = 336;

/**
 * The level after one more hour. A single hour moves it little, however dear it is; a price that stays is followed.
 * @param level Log gwei, without the shape of the week.
 * @param log Log gwei of the hour; NaN where it is not known, which changes nothing
 * @param usual What the hour usually costs more or less than the level.
 */
export function moveLevel(level: number, log: number, usual: number): number {
  if (Number.isNaN(log)) return level;
  const error = Math.max(-CLIP, Math.min(CLIP, log - usual - level));
  return level + (1 - STAYS) * error;
}

/** The level after the first `known` hours of a series, log gwei. */
export function followLevel(
  { firstHour, gwei }: HourlySeries,
  shape: ArrayLike<number>,
  known: number,
): number {
  const start = Math.max(0, known - RUN_IN);
  let level = Number.NaN;
  for (let index = start; index < known; index++) {
    const log = Math.log(at(gwei, index));
    const usual = at(shape, hourOfWeek(firstHour + index));
    level = Number.isNaN(level) ? log - usual : moveLevel(level, log, usual);
  }
  return level;
}
