import { at } from '../series/at';
import { formatDay } from '../series/day';
import { isDayAhead } from './choose-window';
import type { ChoiceInput } from './choose-hours';

const DAYS_PER_WEEK = 7;

/**
 * The week to advise in. Where the chosen day is the first, a Sunday whose hours are over, the week
 * still holds most of the next Sunday: it is added as an eighth day, forecast as the first is
 * (seasonal naive) and as uncertain as the seventh.
 */
export function withNextSunday(input: ChoiceInput): ChoiceInput {
  const { days, mid, rule, advised, firstDay } = input;
  const [today, last] = [days[0], days.at(-1)];
  if (rule !== 'sunday' || advised !== 0 || isDayAhead(firstDay, input) || !today || !last)
    return input;
  const nextSunday = {
    date: formatDay(firstDay + DAYS_PER_WEEK),
    point: today.point,
    low: (today.point * last.low) / last.point,
    high: (today.point * last.high) / last.point,
  };
  return {
    ...input,
    days: [...days, nextSunday],
    mid: [...mid, at(mid, 0)],
    advised: DAYS_PER_WEEK,
  };
}
