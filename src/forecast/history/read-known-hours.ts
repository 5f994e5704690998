import { database } from '@/platform/database/database';
import { hourOf, type Hour } from '../hours/hourly-series';
import { dateOfHour } from './hour-dates';

/** Which of some hours need no sample any more: measured or imported, not simulated. */
export async function readKnownHours(chainId: number, hours: readonly Hour[]): Promise<Set<Hour>> {
  if (hours.length === 0) return new Set();
  const rows = await database().feeHour.findMany({
    where: {
      chainId,
      source: { not: 'SIMULATED' },
      startsAt: {
        gte: dateOfHour(hours.reduce((a, b) => Math.min(a, b))),
        lte: dateOfHour(hours.reduce((a, b) => Math.max(a, b))),
      },
    },
    select: { startsAt: true },
  });
  return new Set(rows.map(({ startsAt }) => hourOf(startsAt)));
}
