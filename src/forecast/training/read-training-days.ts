import { readHistory } from '@/forecast/history/read-history';
import type { DailySeries } from '@/forecast/series/daily-series';
import { hasEnoughDays } from './enough-days';

/**
 * The days of a chain's fees that a model is trained on.
 * @returns undefined when they are too few.
 */
export async function readTrainingDays(
  chainId: number,
  now: Date,
): Promise<DailySeries | undefined> {
  const days = (await readHistory(chainId, now))?.days;
  if (!days) return undefined;
  const measured = days.measured.filter((gwei) => !Number.isNaN(gwei));
  return hasEnoughDays(measured.length) ? days : undefined;
}
