import { DAY_MS, HOUR_MS } from '@/platform/time/durations';
import type { ForecastContent } from './forecast-content';

/**
 * Leaves out of a stored forecast the days and hours that are over.
 * @returns undefined when no day of it is left
 */
export function dropPast(content: ForecastContent, now: Date): ForecastContent | undefined {
  const days = content.days.filter(({ date }) => Date.parse(date) + DAY_MS > now.getTime());
  if (days.length === 0) return undefined;
  const hours =
    content.hours?.filter(({ startsAt }) => Date.parse(startsAt) + HOUR_MS > now.getTime()) ?? null;
  return { ...content, days, hours };
}
