import { madeContent, type MadeForecast } from './made-forecast';
import type { ForecastContent } from '@/forecast/answer/forecast-content';
import { feeChain } from '@/forecast/history/fee-chain';
import { hourOf, HOURS_PER_WEEK } from '@/forecast/hours/hourly-series';
import type { StoppingModel } from '@/forecast/stopping/learn-stopping';
import { SPREADS } from '@/forecast/stopping/plan-thresholds';
import { database } from '@/platform/database/database';
import { HOUR_MS } from '@/platform/time/durations';

/** Stores a made forecast in the place of all others of its chain. */
export async function storeForecast(
  made: MadeForecast = {},
  stopping: StoppingModel | null = null,
): Promise<ForecastContent> {
  const { madeAt = new Date(), ageHours = 0, source = 'SIMULATED' } = made;
  const chainId = feeChain().id;
  const content = madeContent(made);
  await database().feeForecast.deleteMany({ where: { chainId } });
  await database().feeForecast.create({
    data: {
      chainId,
      madeAt,
      dataUntil: new Date(madeAt.getTime() - ageHours * HOUR_MS),
      source,
      content: stopping === null ? content : { ...content, stopping: { ...stopping } },
    },
  });
  return content;
}

/**
 * A rule that was learned from a market in which no hour of the week differs from another: it sends below three
 * quarters of the usual price.
 * @param gwei the usual price
 */
export function flatRule(gwei: number, at = new Date()): StoppingModel {
  return {
    shape: Array.from({ length: HOURS_PER_WEEK }, () => 0),
    level: Math.log(gwei),
    weights: SPREADS.map((spread) => (spread === 0.2 ? 0.95 : 0.01)),
    from: hourOf(at),
  };
}

/** Forgets every fee, forecast and task. */
export async function emptyFees(): Promise<void> {
  await database().feeForecast.deleteMany();
  await database().feeOrigin.deleteMany();
  await database().feeDay.deleteMany();
  await database().feeHour.deleteMany();
  await database().feeTask.deleteMany();
}
