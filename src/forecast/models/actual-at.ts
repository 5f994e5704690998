import { HORIZON } from './model';
import { at } from '@/forecast/series/at';
import type { DailySeries } from '@/forecast/series/daily-series';

/**
 * The log prices of the seven days that followed a day of the series.
 * @returns undefined while they have not passed, and where one of them was not measured
 */
export function actualAt({ logs, measured }: DailySeries, origin: number): number[] | undefined {
  const days = Array.from({ length: HORIZON }, (_, day) => origin + 1 + day);
  if (days.some((day) => Number.isNaN(measured[day] ?? Number.NaN))) return undefined;
  return days.map((day) => at(logs, day));
}
