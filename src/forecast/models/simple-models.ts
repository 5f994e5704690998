import { at } from '../series/at';
import type { DailySeries } from '../series/daily-series';
import { weekdayOf } from '../series/day';
import { mean } from '../series/weekday-profile';
import { HORIZON, type FeeModel } from './model';

const days = Array.from({ length: HORIZON }, (_, index) => index);

/** Every day costs what today cost. */
export const lastValue: FeeModel = {
  name: 'lastValue',
  fit:
    () =>
    ({ logs }) => ({ mid: days.map(() => at(logs, logs.length - 1)) }),
};

/** Every day costs what the last seven cost on (geometric) average. */
export const weekMean: FeeModel = {
  name: 'weekMean',
  fit:
    () =>
    ({ logs }) => ({ mid: days.map(() => mean(logs.subarray(-7))) }),
};

/** Each weekday costs what it cost the last time. */
export const sameWeekday: FeeModel = {
  name: 'sameWeekday',
  fit:
    () =>
    ({ logs }) => ({ mid: Array.from(logs.subarray(-HORIZON)) }),
};

/** The mean of the last seven days, and the advice always to wait for Sunday. */
export const nextSunday = {
  ...weekMean,
  name: 'nextSunday',
  advise: daysToSunday,
} satisfies FeeModel;

/** The same for Saturdays. */
export const nextSaturday = {
  ...weekMean,
  name: 'nextSaturday',
  advise: daysToSaturday,
} satisfies FeeModel;

/** The same for Saturday or Sunday, whichever comes first. */
export const nearerWeekendDay = {
  ...weekMean,
  name: 'nearerWeekendDay',
  advise: (history: DailySeries) => Math.min(daysToSaturday(history), daysToSunday(history)),
} satisfies FeeModel;

function daysToSaturday(history: DailySeries): number {
  return (daysToSunday(history) + HORIZON - 1) % HORIZON;
}

/** @returns how many days after tomorrow the next Sunday is. */
export function daysToSunday({ firstDay, logs }: DailySeries): number {
  return (7 - weekdayOf(firstDay + logs.length)) % 7;
}
