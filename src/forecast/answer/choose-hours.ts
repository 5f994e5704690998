import { dateOfHour } from '../history/hour-dates';
import type { Hour } from '../hours/hourly-series';
import { adviseDay, type AdviceRule } from '@/forecast/ensemble/advise-day';
import { at } from '../series/at';
import { formatDay, type Day } from '../series/day';
import { isDayAhead, windowOfDay } from './choose-window';
import type { AdvisedHours, ForecastContent } from './forecast-content';

/** What is known when hours are chosen; prices in gwei, `days[0]` is the first day of the forecast. */
export interface ChoiceInput {
  firstDay: Day;
  days: ForecastContent['days'];
  /** Median of each day, log gwei. */
  mid: readonly number[];
  rule: AdviceRule;
  /** Days from the first one to Sunday. */
  sunday: number;
  /** The hour it is now. */
  now: Hour;
  profile: Float64Array | undefined;
}

/** The hours that the rule in use names. Whether to wait for them is decided against a price: `advise`. */
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
        }
      : null,
    rule,
  };
}

/** The rule's day, or the cheapest of those whose hours are still ahead. */
function chooseDay(input: ChoiceInput): number {
  const { mid, rule, sunday, firstDay } = input;
  const open = (day: number): boolean => isDayAhead(firstDay + day, input);
  const wanted = adviseDay(rule, mid, sunday);
  if (open(wanted)) return wanted;
  const ahead = mid.map((_, day) => day).filter(open);
  return ahead.reduce(
    (best, day) => (at(mid, day) < at(mid, best) ? day : best),
    ahead[0] ?? mid.length - 1,
  );
}
