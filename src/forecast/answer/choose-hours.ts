import { dateOfHour } from '../history/hour-dates';
import type { Hour } from '../hours/hourly-series';
import type { AdviceRule } from '@/forecast/ensemble/choose-day';
import { at } from '../series/at';
import { formatDay, type Day } from '../series/day';
import { bestHour, isDayAhead, windowOfDay } from './choose-window';
import type { AdvisedHours, ForecastContent } from './forecast-content';

/** What is known when hours are chosen; prices in gwei, `days[0]` is the first day of the forecast. */
export interface ChoiceInput {
  firstDay: Day;
  days: ForecastContent['days'];
  /** Median of each day, log gwei. */
  mid: readonly number[];
  /** The chosen day; 0 is the first one. */
  advised: number;
  rule: AdviceRule;
  /** The hour it is now. */
  now: Hour;
  profile: Float64Array | undefined;
}

/** The hours of the chosen day. Whether to wait for them is decided against a price: `advise`. */
export function chooseHours(input: ChoiceInput): AdvisedHours {
  const { firstDay, profile, rule } = input;
  const day = firstDay + chooseDay(input);
  const window = profile && windowOfDay(day, profile);
  return {
    date: formatDay(day),
    window: window
      ? {
          from: dateOfHour(window.from).toISOString(),
          until: dateOfHour(window.until).toISOString(),
          best: dateOfHour(bestHour(window, profile)).toISOString(),
        }
      : null,
    rule,
  };
}

/** The chosen day, or the cheapest of those whose hours are still ahead. */
function chooseDay(input: ChoiceInput): number {
  const { mid, advised, firstDay } = input;
  const open = (day: number): boolean => isDayAhead(firstDay + day, input);
  if (open(advised)) return advised;
  const ahead = mid.map((_, day) => day).filter(open);
  return ahead.reduce(
    (best, day) => (at(mid, day) < at(mid, best) ? day : best),
    ahead[0] ?? mid.length - 1,
  );
}
