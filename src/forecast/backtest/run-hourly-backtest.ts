import { chooseHours } from '@/forecast/answer/choose-hours';
import { withNextSunday } from '@/forecast/answer/with-next-sunday';
import { cheapestHour, hourProfile, PROFILE_DAYS } from '@/forecast/hours/hour-profile';
import { hoursUntil } from '@/forecast/hours/hours-until';
import {
  hourOf,
  HOURS_PER_DAY,
  HOURS_PER_WEEK,
  meanKnown,
  truncateHours,
  type HourlySeries,
} from '@/forecast/hours/hourly-series';
import { at } from '@/forecast/series/at';
import { formatDay, weekdayOf } from '@/forecast/series/day';
import { mean } from '@/forecast/series/weekday-profile';

const SUNDAY = 0;
const DAYS_PER_WEEK = 7;
/** Hours of the next 168 that must be known to score a week: nine in ten. */
const LEAST_KNOWN = 151;

/** What waiting for the advised hour is worth; percentages from 0 to 100. */
export type HourlyScore = {
  /** Mean saving against a random hour of the next 168. */
  savingVsRandom: number;
  /** Mean saving against the hour after the origin. */
  savingVsNow: number;
  /** Share of the saving that perfect foresight would have had. */
  captured: number;
};

/** An origin, and what its next 168 hours cost, gwei. */
export interface ScoredWeek {
  /** Index of the last known hour. */
  origin: number;
  mean: number;
  least: number;
  /** The hour after the origin. */
  now: number;
}

/** A rule: how many hours after the next one to wait, or the price paid when the hour is left open. */
type Rule = (history: HourlySeries, next: Float64Array) => number | { gwei: number } | undefined;

const RULES: Readonly<Record<string, Rule>> = {
  product: (history, next) => inAdvisedWindow(history, next),
  learnedHourToday: (history) => atLearnedHour(history, undefined),
  nextSunday: (history, next) => {
    const start = hoursUntil(history, SUNDAY, 0);
    // On a Sunday the hours left of it count, and the next Sunday's first.
    const sunday = Array.from(
      { length: HOURS_PER_DAY },
      (_, hour) => (start + hour) % HOURS_PER_WEEK,
    );
    return { gwei: meanKnown(Float64Array.from(sunday, (hour) => at(next, hour))) };
  },
  nextSundayLearnedHour: (history) => atLearnedHour(history, SUNDAY),
  foresight: (_, next) => ({ gwei: least(next) }),
};

/**
 * Walks hour by hour: every hour after four weeks of history whose next 168 hours are
 * known but for a few.
 * @param span Indices of the first and last origin.
 * @throws RangeError when no hour can be scored.
 */
export function runHourlyBacktest(
  series: HourlySeries,
  { from, to }: { from: number; to: number },
): { origins: number; models: Record<string, HourlyScore> } {
  const paid: Record<string, number[]> = Object.fromEntries(
    Object.keys(RULES).map((name) => [name, []]),
  );
  const weeks = scoredWeeks(series, { from, to });
  for (const { origin } of weeks) {
    const next = series.gwei.subarray(origin + 1, origin + 1 + HOURS_PER_WEEK);
    const history = truncateHours(series, origin + 1);
    for (const [name, rule] of Object.entries(RULES)) {
      const choice = rule(history, next);
      // No advice: the person transacts now.
      paid[name]?.push(typeof choice === 'object' ? choice.gwei : nearest(next, choice ?? 0));
    }
  }
  if (weeks.length === 0) throw new RangeError('no hour between the two can be scored');
  const models = Object.fromEntries(
    Object.entries(paid).map(([name, prices]) => [
      name,
      {
        savingVsRandom: 100 * mean(weeks.map((week, i) => 1 - at(prices, i) / week.mean)),
        savingVsNow: 100 * mean(weeks.map((week, i) => 1 - at(prices, i) / week.now)),
        captured:
          (100 * mean(weeks.map((week, i) => week.mean - at(prices, i)))) /
          mean(weeks.map((week) => week.mean - week.least)),
      },
    ]),
  );
  return { origins: weeks.length, models };
}

/**
 * The origins that can be scored: every hour after four weeks of history whose next 168 hours are known but for a few.
 * @param span Indices of the first and last origin.
 */
export function scoredWeeks(
  series: HourlySeries,
  { from, to }: { from: number; to: number },
): ScoredWeek[] {
  const weeks: ScoredWeek[] = [];
  const last = Math.min(to, series.gwei.length - 1 - HOURS_PER_WEEK);
  for (let origin = Math.max(from, PROFILE_DAYS * HOURS_PER_DAY); origin <= last; origin++) {
    const next = series.gwei.subarray(origin + 1, origin + 1 + HOURS_PER_WEEK);
    const known = next.filter((gwei) => !Number.isNaN(gwei)).length;
    if (Number.isNaN(at(series.gwei, origin)) || known < LEAST_KNOWN) continue;
    weeks.push({ origin, mean: meanKnown(next), least: least(next), now: nearest(next, 0) });
  }
  return weeks;
}

/**
 * What the page advises where the chosen day is Sunday: the best hour of its cheap ones, or, when that has begun,
 * those that are left, at their average cost.
 */
function inAdvisedWindow(history: HourlySeries, next: Float64Array): { gwei: number } | undefined {
  const profile = hourProfile(history);
  if (!profile) return undefined;
  const now = history.firstHour + history.gwei.length;
  const firstDay = Math.floor(now / HOURS_PER_DAY);
  const even = Array.from({ length: DAYS_PER_WEEK }, (_, day) => day);
  const { window } = chooseHours(
    withNextSunday({
      firstDay,
      days: even.map((day) => ({ date: formatDay(firstDay + day), point: 1, low: 1, high: 1 })),
      mid: even.map(() => 0),
      rule: 'sunday',
      advised: (DAYS_PER_WEEK - weekdayOf(firstDay)) % DAYS_PER_WEEK,
      now,
      profile,
    }),
  );
  if (!window) return undefined;
  const [from, until] = [window.from, window.until].map((date) => hourOf(new Date(date)) - now);
  const best = window.best === undefined ? -1 : hourOf(new Date(window.best)) - now;
  const price =
    best >= 0
      ? nearest(next, best)
      : meanKnown(next.slice(Math.max(0, from ?? 0), Math.max(0, until ?? 0)));
  return Number.isNaN(price) ? undefined : { gwei: price };
}

function least(next: Float64Array): number {
  return Math.min(...next.filter((gwei) => !Number.isNaN(gwei)));
}

/** What an hour costs, or the nearest hour that is known. */
function nearest(next: Float64Array, hour: number): number {
  for (let away = 0; away < next.length; away++) {
    for (const one of [hour - away, hour + away]) {
      const gwei = next[one];
      if (gwei !== undefined && !Number.isNaN(gwei)) return gwei;
    }
  }
  throw new RangeError('no hour is known');
}

function atLearnedHour(history: HourlySeries, weekday: number | undefined): number | undefined {
  const profile = hourProfile(history);
  return profile && hoursUntil(history, weekday, cheapestHour(profile));
}
