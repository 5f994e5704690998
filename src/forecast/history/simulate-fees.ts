import { database } from '@/platform/database/database';
import { hourOf, HOURS_PER_DAY } from '../hours/hourly-series';
import { mean } from '../series/weekday-profile';
import { dateOfDay, dateOfHour } from './hour-dates';
import { simulateHours } from './simulate-hours';

/** As much as the model learns from, and as much as the hours need. */
const DAYS = 1_200;
const HOUR_DAYS = 60;
/** The invented base fee's share of the price, and how it scatters within an hour. */
const BASE = 0.94;
const LOW = 0.9;
const HIGH = 1.12;

/**
 * Fills a demo's history with invented fees up to the last full hour; the real ones, if any, stay.
 * @returns how many hours were added.
 */
export async function simulateFees(chainId: number, now: Date): Promise<number> {
  const last = hourOf(now) - 1;
  const today = Math.floor((last + 1) / HOURS_PER_DAY);
  const prices = simulateHours((today - DAYS) * HOURS_PER_DAY, last);
  const recent = prices.slice(-HOUR_DAYS * HOURS_PER_DAY);
  const { count } = await database().feeHour.createMany({
    data: recent.map(({ hour, gwei }) => ({
      chainId,
      startsAt: dateOfHour(hour),
      price: gwei,
      baseLow: gwei * BASE * LOW,
      baseMedian: gwei * BASE,
      baseHigh: gwei * BASE * HIGH,
      priorityFee: gwei * (1 - BASE),
      samples: 1,
      source: 'SIMULATED' as const,
    })),
    skipDuplicates: true,
  });
  // Today's mean is not known before it is over.
  const days = Array.from({ length: DAYS }, (_, index) =>
    prices.slice(index * HOURS_PER_DAY, (index + 1) * HOURS_PER_DAY),
  );
  await database().feeDay.createMany({
    data: days.map((hours, index) => ({
      chainId,
      day: dateOfDay(today - DAYS + index),
      price: mean(hours.map(({ gwei }) => gwei)),
      hours: HOURS_PER_DAY,
      source: 'SIMULATED' as const,
    })),
    skipDuplicates: true,
  });
  return count;
}
