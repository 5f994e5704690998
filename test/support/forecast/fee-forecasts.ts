import { madeContent, type MadeForecast } from './made-forecast';
import type { ForecastContent } from '@/forecast/answer/forecast-content';
import { feeChain } from '@/forecast/history/fee-chain';
import { database } from '@/platform/database/database';
import { HOUR_MS } from '@/platform/time/durations';

/** Stores a made forecast in the place of all others of its chain. */
export async function storeForecast(made: MadeForecast = {}): Promise<ForecastContent> {
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
      content,
    },
  });
  return content;
}

/** Forgets every fee, forecast and task. */
export async function emptyFees(): Promise<void> {
  await database().feeForecast.deleteMany();
  await database().feeOrigin.deleteMany();
  await database().feeDay.deleteMany();
  await database().feeHour.deleteMany();
  await database().feeTask.deleteMany();
}
