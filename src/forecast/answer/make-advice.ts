import { dateOfHour } from '../history/hour-dates';
import type { Hour } from '../hours/hourly-series';
import { adviseDay, type AdviceRule } from '../product/advise-day';
import { at } from '../series/at';
import { formatDay, type Day } from '../series/day';
import { isDayAhead, shareOf, windowOfDay } from './choose-window';
import type { ForecastContent } from './forecast-content';
import { isWorthWaiting } from './worth-waiting';

/** What is known when advice is made; prices in gwei, `days[0]` is the first day of the forecast. */
export interface AdviceInput {
  firstDay: Day;
  days: ForecastContent['days'];
  /** Median of each day, log gwei. */
  mid: readonly number[];
  rule: AdviceRule;
  /** Days from the first one to Sunday. */
  sunday: number;
  /** The hour it is now. */
  now: Hour;
  /** What gas costs now. */
  current: number;
  profile: Float64Array | undefined;
}

/** When to transact, and how much less it would cost than now. */
export function makeAdvice(input: AdviceInput): ForecastContent['advice'] {
  const { days, firstDay, now, current, profile, rule } = input;
  const chosen = chooseDay(input);
  const window = profile && windowOfDay(firstDay + chosen, profile);
  const share = window ? shareOf(window, profile) : 1;
  const day = days[chosen];
  if (!day) throw new RangeError(`no day ${chosen} in the forecast`);
  const less = (price: number): number => 100 * (1 - (price * share) / current);
  const saving = { likely: less(day.point), low: less(day.high), high: less(day.low) };
  const isNow = window ? window.from <= now : dateOfHour(now) >= new Date(day.date);
  return {
    kind: isNow || !isWorthWaiting(saving.likely) ? 'now' : 'wait',
    date: formatDay(firstDay + chosen),
    window: window
      ? {
          from: dateOfHour(window.from).toISOString(),
          until: dateOfHour(window.until).toISOString(),
        }
      : null,
    saving,
    rule,
  };
}

/** The rule's day, or the cheapest of those whose hours are still ahead. */
function chooseDay(input: AdviceInput): number {
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
