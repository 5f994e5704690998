import { HOUR_MS } from '@/platform/time/durations';
import { at } from '@/forecast/series/at';
import { weekdayOf, type Day } from '@/forecast/series/day';
import { seededRandom } from '@/forecast/series/seeded-random';
import { HOURS_PER_DAY, hourOf, type Hour } from '@/forecast/hours/hourly-series';

/** The invented market begins here, whatever part of it is asked for: the same day is always the same. */
const FIRST_DAY: Day = 18_993; // 2022-01-01
const SEED = 20_220_101;
const USUAL_GWEI = 18;
/** Sunday first; as mainnet's habits of 2022 to 2024. */
const WEEKDAY = [0.78, 1.0, 1.08, 1.1, 1.1, 1.02, 0.86];
/** Midnight UTC first; as mainnet's hours of 2022. */
const HOUR = [
  1.05, 0.98, 0.9, 0.82, 0.76, 0.72, 0.7, 0.69, 0.7, 0.73, 0.78, 0.86, 1.0, 1.2, 1.4, 1.48, 1.5,
  1.44, 1.32, 1.2, 1.13, 1.1, 1.08, 1.06,
];
const PERSISTENCE = 0.93;
const DAILY_NOISE = 0.16;
const HOURLY_NOISE = 0.12;
/** One day in forty something sells out: the price doubles or trebles, and calms down over days. */
const SHOCKS = 1 / 40;
const CALMING = 0.45;
/** Most that the price rises in an hour, gwei: the demo's chain charges it, see `simulatedBaseFee`. */
const RISE = 4.8;
/** Hours over which that limit is kept. */
const LOOK_BACK = 24;

/** The invented log level of each day up to `last`, oldest first. */
function levels(last: Day): Float64Array {
  const random = seededRandom(SEED);
  let [level, shock] = [0, 0];
  return Float64Array.from({ length: last - FIRST_DAY + 1 }, () => {
    level = PERSISTENCE * level + DAILY_NOISE * gaussian(random);
    shock = random() < SHOCKS ? 0.6 + 0.5 * random() : CALMING * shock;
    return Math.log(USUAL_GWEI) + level + shock;
  });
}

/** The invented prices of some hours before the limit of a rise. */
function wildHours(from: Hour, to: Hour): number[] {
  const days = levels(Math.floor(to / HOURS_PER_DAY));
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const hour = from + index;
    const day = Math.floor(hour / HOURS_PER_DAY);
    const noise = HOURLY_NOISE * gaussian(seededRandom(SEED + hour));
    const habit = at(WEEKDAY, weekdayOf(day)) * at(HOUR, hour - day * HOURS_PER_DAY);
    return habit * Math.exp(at(days, day - FIRST_DAY) + noise);
  });
}

/**
 * Invented prices of some hours, gwei: weekdays, hours and shocks like a real market's, and the same
 * for the same hour whenever it is asked.
 */
export function simulateHours(from: Hour, to: Hour): { hour: Hour; gwei: number }[] {
  const wild = wildHours(from - LOOK_BACK, to);
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const before = Array.from({ length: LOOK_BACK + 1 }, (_, hours) => hours);
    const limits = before.map((hours) => at(wild, index + LOOK_BACK - hours) + hours * RISE);
    return { hour: from + index, gwei: Math.min(...limits) };
  });
}

/** The invented price of gas at a moment, gwei, which the demo's chain charges: it climbs to that of its hour. */
export function simulatedPrice(now: Date): number {
  const hour = hourOf(now);
  const [before, present] = simulateHours(hour - 1, hour);
  if (!before || !present) throw new RangeError('two hours were asked for');
  const passed = now.getTime() / HOUR_MS - hour;
  return Math.min(present.gwei, before.gwei + passed * RISE);
}

/** Box and Muller's normal number. */
function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
