import { adviseHour, hoursUntil } from '../hours/advise-hour';
import { cheapestHour, hourProfile, PROFILE_DAYS } from '../hours/hour-profile';
import {
  HOURS_PER_DAY,
  HOURS_PER_WEEK,
  meanKnown,
  truncateHours,
  type HourlySeries,
} from '../hours/hourly-series';
import { at } from '../series/at';
import { mean } from '../series/weekday-profile';

const SUNDAY = 0;

/** What waiting for the advised hour is worth; percentages from 0 to 100. */
export type HourlyScore = {
  /** Mean saving against a random hour of the next 168. */
  savingVsRandom: number;
  /** Mean saving against the hour after the origin. */
  savingVsNow: number;
  /** Share of the saving that perfect foresight would have had. */
  captured: number;
};

/** A rule: how many hours after the next one to wait, or the price paid when the hour is left open. */
type Rule = (history: HourlySeries, next: Float64Array) => number | { gwei: number } | undefined;

const RULES: Readonly<Record<string, Rule>> = {
  product: (history) => adviseHour(history),
  learnedHourToday: (history) => atLearnedHour(history, undefined),
  nextSunday: (history, next) => {
    const start = hoursUntil(history, SUNDAY, 0);
    // On a Sunday the hours left of it count, and the next Sunday's first.
    const sunday = Array.from(
      { length: HOURS_PER_DAY },
      (_, hour) => (start + hour) % HOURS_PER_WEEK,
    );
    return { gwei: mean(sunday.map((hour) => at(next, hour))) };
  },
  nextSundayLearnedHour: (history) => atLearnedHour(history, SUNDAY),
  foresight: (_, next) => next.indexOf(Math.min(...next)),
};

/**
 * Walks hour by hour: every hour after four weeks of history whose next 168 hours are all known.
 * @param span Indices of the first and last origin.
 * @throws RangeError when no hour can be judged.
 */
export function runHourlyJudge(
  series: HourlySeries,
  { from, to }: { from: number; to: number },
): { origins: number; models: Record<string, HourlyScore> } {
  const paid: Record<string, number[]> = Object.fromEntries(
    Object.keys(RULES).map((name) => [name, []]),
  );
  const weeks: { mean: number; least: number; now: number }[] = [];
  const first = Math.max(from, PROFILE_DAYS * HOURS_PER_DAY);
  for (
    let origin = first;
    origin <= Math.min(to, series.gwei.length - 1 - HOURS_PER_WEEK);
    origin++
  ) {
    const next = series.gwei.subarray(origin + 1, origin + 1 + HOURS_PER_WEEK);
    if (Number.isNaN(at(series.gwei, origin)) || next.some(Number.isNaN)) continue;
    const history = truncateHours(series, origin + 1);
    weeks.push({ mean: meanKnown(next), least: Math.min(...next), now: at(next, 0) });
    for (const [name, rule] of Object.entries(RULES)) {
      const choice = rule(history, next);
      // No advice: the person transacts now.
      paid[name]?.push(typeof choice === 'object' ? choice.gwei : at(next, choice ?? 0));
    }
  }
  if (weeks.length === 0) throw new RangeError('no hour between the two can be judged');
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

function atLearnedHour(history: HourlySeries, weekday: number | undefined): number | undefined {
  const profile = hourProfile(history);
  return profile && hoursUntil(history, weekday, cheapestHour(profile));
}
