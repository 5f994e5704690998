import { at } from './at';
import type { Day } from './day';

/** One measured day. */
export interface DailyFee {
  day: Day;
  /** Mean price of gas that day, gwei. */
  gwei: number;
}

/** An unbroken run of days, oldest first, safe to reckon with. */
export interface DailySeries {
  firstDay: Day;
  /** Natural logarithm of the price in gwei: filled where unknown, clipped where absurd. */
  logs: Float64Array;
  /** The price as measured, gwei; NaN where the day is unknown. */
  measured: Float64Array;
}

/**
 * A day further than e^2.5 (12 times) from the fortnight before it is a fault or a passing panic. Alone it
 * counts as that fortnight's median; a second such day in a row counts as 12 times.
 */
const CLIP = 2.5;
const CLIP_WINDOW = 14;

/**
 * Lays measured days on an unbroken calendar. Zeros, negatives and non-numbers count as unknown; of a
 * day given twice the last one counts; an unknown day repeats the day before; a spike is replaced or
 * clipped (see `CLIP`). Every step looks only backwards, so the series up to
 * a day does not depend on what came after it.
 * @throws RangeError when no day is usable.
 */
export function toDailySeries(fees: readonly DailyFee[]): DailySeries {
  const known = new Map<Day, number>();
  for (const { day, gwei } of fees) {
    if (Number.isFinite(gwei) && gwei > 0) known.set(day, gwei);
  }
  if (known.size === 0) throw new RangeError('no usable day in the fee history');
  const firstDay = Math.min(...known.keys());
  const length = Math.max(...known.keys()) - firstDay + 1;
  const logs = new Float64Array(length);
  const measured = new Float64Array(length).fill(Number.NaN);
  for (let index = 0; index < length; index++) {
    const gwei = known.get(firstDay + index);
    if (gwei === undefined) {
      logs[index] = at(logs, index - 1);
      continue;
    }
    measured[index] = gwei;
    const before = logs.subarray(Math.max(0, index - CLIP_WINDOW), index);
    logs[index] = clip(Math.log(gwei), before, Math.log(measured[index - 1] ?? Number.NaN));
  }
  return { firstDay, logs, measured };
}

/** The series as it was known at the end of its `length`-th day; shares memory. */
export function truncate(series: DailySeries, length: number): DailySeries {
  return {
    firstDay: series.firstDay,
    logs: series.logs.subarray(0, length),
    measured: series.measured.subarray(0, length),
  };
}

/** @param dayBefore As measured; NaN when unknown. */
function clip(log: number, before: Float64Array, dayBefore: number): number {
  if (before.length < 3) return log;
  const middle = at(before.toSorted(), before.length >> 1);
  if (Math.abs(log - middle) <= CLIP) return log;
  const stays = Math.abs(dayBefore - middle) > CLIP;
  return stays ? middle + Math.sign(log - middle) * CLIP : middle;
}
