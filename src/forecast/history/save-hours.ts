import type { FeeSource } from '@/generated/prisma/enums';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { HOURS_PER_DAY, type Hour } from '../hours/hourly-series';
import { dateOfDay, dateOfHour } from './hour-dates';
import type { FeeSample } from './sample-hour';

/** One hour's fees. */
export interface HourSample extends FeeSample {
  hour: Hour;
}

/** Where hours come from that really were; a simulation writes its own days. */
type MeasuredSource = Exclude<FeeSource, 'SIMULATED'>;

/**
 * Saves hours, in place of what was known of them, and the means of the days they belong to, unless a
 * day is known better already.
 */
export async function saveHours(
  chainId: number,
  hours: readonly HourSample[],
  source: MeasuredSource,
): Promise<void> {
  if (hours.length > 0) await inTransaction((tx) => writeHours(tx, chainId, hours, source));
}

/** As `saveHours`, inside a transaction. */
export async function writeHours(
  tx: Transaction,
  chainId: number,
  hours: readonly HourSample[],
  source: MeasuredSource,
): Promise<void> {
  const rows = hours.map(({ hour, ...sample }) => ({
    chainId,
    startsAt: dateOfHour(hour),
    source,
    ...sample,
  }));
  const instants = rows.map(({ startsAt }) => startsAt);
  await tx.feeHour.deleteMany({ where: { chainId, startsAt: { in: instants } } });
  await tx.feeHour.createMany({ data: rows });
  const days = new Set(hours.map(({ hour }) => Math.floor(hour / HOURS_PER_DAY)));
  for (const day of days) await writeDay(tx, chainId, day, source);
}

/**
 * A day is the mean of all its measured hours, collected or imported; invented prices do not mix with
 * them. A measured day that is known from more hours (an imported day counts 24) stays as it is.
 */
async function writeDay(tx: Transaction, chainId: number, day: number, source: MeasuredSource) {
  const { _avg: mean, _count: hours } = await tx.feeHour.aggregate({
    where: {
      chainId,
      source: { not: 'SIMULATED' },
      startsAt: { gte: dateOfDay(day), lt: dateOfDay(day + 1) },
    },
    _avg: { price: true },
    _count: true,
  });
  if (mean.price === null) return;
  const id = { chainId, day: dateOfDay(day) };
  const data = { price: mean.price, hours, source };
  const { count } = await tx.feeDay.createMany({ data: { ...id, ...data }, skipDuplicates: true });
  if (count > 0) return;
  await tx.feeDay.updateMany({
    where: { ...id, OR: [{ source: 'SIMULATED' }, { hours: { lte: hours } }] },
    data,
  });
}
