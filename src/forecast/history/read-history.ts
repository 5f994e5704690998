import type { FeeSource } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';
import { hourOf, HOURS_PER_DAY, toHourlySeries, type HourlySeries } from '../hours/hourly-series';
import { toDailySeries, type DailyFee, type DailySeries } from '../series/daily-series';
import { dayOf } from '../series/day';
import { dateOfDay, dateOfHour } from './hour-dates';

/** Hours of a day that must be known before the day counts as measured. */
const LEAST_HOURS = 6;
/** What the model learns from (1,100 days), its profile and run-in, with room to spare. */
const DAYS = 2_000;
/** Six weeks of shape, and as many before them to compare spreads on. */
const HOUR_DAYS = 90;
/** What lies behind a longer gap is another time: filled in, it would be taken for weeks of calm. */
const LONGEST_GAP = 14;

/** What is known of a chain's fees. */
export interface FeeHistory {
  days: DailySeries;
  /** Undefined when only days are known. */
  hours: HourlySeries | undefined;
  /** The end of the last day or hour that is known. */
  until: Date;
  /** Simulated if any of it is, else where the newest day is from. */
  source: FeeSource;
}

/**
 * The history of a chain up to a moment.
 * @param now Days that are not over, or lie in the future of a clock that jumped, do not count.
 * @returns undefined when nothing is known.
 */
export async function readHistory(chainId: number, now: Date): Promise<FeeHistory | undefined> {
  const today = dayOf(now);
  const [dayRows, hourRows] = await Promise.all([
    database().feeDay.findMany({
      where: {
        chainId,
        hours: { gte: LEAST_HOURS },
        price: { gt: 0 },
        day: { gte: dateOfDay(today - DAYS), lt: dateOfDay(today) },
      },
      orderBy: { day: 'asc' },
    }),
    database().feeHour.findMany({
      where: {
        chainId,
        price: { gt: 0 },
        startsAt: { gte: dateOfDay(today - HOUR_DAYS), lt: dateOfHour(hourOf(now)) },
      },
      orderBy: { startsAt: 'asc' },
    }),
  ]);
  const newest = dayRows.at(-1);
  if (!newest) return undefined;
  const lastHour = hourRows.at(-1);
  const days = toDailySeries(
    sinceLastGap(dayRows.map(({ day, price }) => ({ day: dayOf(day), gwei: price }))),
  );
  const endOfDays = dateOfDay(days.firstDay + days.logs.length);
  const endOfHours = lastHour ? dateOfHour(hourOf(lastHour.startsAt) + 1) : endOfDays;
  return {
    days,
    hours:
      hourRows.length < HOURS_PER_DAY
        ? undefined
        : toHourlySeries(
            hourRows.map(({ startsAt, price }) => ({ hour: hourOf(startsAt), gwei: price })),
          ),
    until: endOfHours > endOfDays ? endOfHours : endOfDays,
    source: dayRows.some(({ source }) => source === 'SIMULATED') ? 'SIMULATED' : newest.source,
  };
}

function sinceLastGap(fees: readonly DailyFee[]): readonly DailyFee[] {
  const before = fees.findLastIndex(
    ({ day }, index) => (fees[index + 1]?.day ?? day) - day > LONGEST_GAP,
  );
  return fees.slice(before + 1);
}
