import { DAY_MS, HOUR_MS } from '@/platform/time/durations';
import { parseDay, type Day } from '../series/day';

/** Unix times from 2001 on have ten digits; with three more they are milliseconds. */
const UNIX = /^\d{10}(\d{3})?$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):00(?::00(?:\.0+)?)?(?:Z|\+00:00| UTC)?)?$/i;

/** Which number of `5/1/2024` is the month. */
export type DateOrder = 'month-first' | 'day-first';

/** What one cell may mean; two readings when day and month are ambiguous. */
export interface TimeReading {
  /** Milliseconds since 1970: a full UTC hour, or midnight where the cell names a day alone. */
  time: number;
  isDay: boolean;
  /** Undefined where the cell has only one order. */
  order?: DateOrder;
}

/**
 * The readings of `2024-05-18`, `2022-04-26T13:00Z`, `2022-04-26 13:00:00.000+00:00`, a Unix time, `5/18/2024`
 * or `18/5/2024`.
 * @returns none for anything else, above all for a moment that is not a full UTC hour
 */
export function readTime(text: string): TimeReading[] {
  if (UNIX.test(text)) {
    const time = Number(text.slice(0, 10)) * 1_000;
    return time % HOUR_MS === 0 ? [{ time, isDay: false }] : [];
  }
  const [, one = '', other = '', year = ''] = SLASHED.exec(text) ?? [];
  if (year !== '') {
    return [
      ...slashed('month-first', dayOf(year, one, other)),
      // Both orders of 5/5/2024 are the same day.
      ...(one === other ? [] : slashed('day-first', dayOf(year, other, one))),
    ];
  }
  const [, date = '', hour] = ISO.exec(text) ?? [];
  const [yearOf = '', month = '', dayOfMonth = ''] = date.split('-');
  const day = dayOf(yearOf, month, dayOfMonth);
  if (day === undefined || Number(hour ?? 0) > 23) return [];
  return [{ time: day * DAY_MS + Number(hour ?? 0) * HOUR_MS, isDay: hour === undefined }];
}

function slashed(order: DateOrder, day: Day | undefined): TimeReading[] {
  return day === undefined ? [] : [{ time: day * DAY_MS, isDay: true, order }];
}

/** @returns undefined for a day that is not in the calendar. */
function dayOf(year: string, month: string, day: string): Day | undefined {
  try {
    return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  } catch {
    return undefined;
  }
}

/** The readings on which all columns of a row agree, each as exact as the most exact column. */
export function agreeOn(columns: readonly TimeReading[][]): TimeReading[] {
  const [first = [], ...others] = columns;
  return others.reduce(
    (agreed, column) =>
      agreed.flatMap((one) =>
        column.flatMap((other) => (isSame(one, other) ? [both(one, other)] : [])),
      ),
    first,
  );
}

function isSame(one: TimeReading, other: TimeReading): boolean {
  const sameOrder =
    one.order === undefined || other.order === undefined || one.order === other.order;
  if (!sameOrder) return false;
  return one.isDay || other.isDay
    ? Math.floor(one.time / DAY_MS) === Math.floor(other.time / DAY_MS)
    : one.time === other.time;
}

function both(one: TimeReading, other: TimeReading): TimeReading {
  const exact = one.isDay ? other : one;
  const order = one.order ?? other.order;
  return { ...exact, ...(order && { order }) };
}
