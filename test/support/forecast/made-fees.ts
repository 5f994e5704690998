// Series with a known structure, for tests.
import type { DailyFee } from '@/forecast/series/daily-series';
import { parseDay, weekdayOf } from '@/forecast/series/day';
import { seededRandom, shuffle } from '@/forecast/series/seeded-random';

/** Monday to Friday cost 30 gwei, Saturdays 24, Sundays 15, with a little noise. */
const WEEK = [15, 30, 30, 30, 30, 30, 24];
const NOISE = 0.1;

/** Made days with a planted week, from 2021-01-01 on. */
export function plantedFees(days: number, seed = 5): DailyFee[] {
  const random = seededRandom(seed);
  return Array.from({ length: days }, (_, index) => {
    const day = parseDay('2021-01-01') + index;
    return { day, gwei: (WEEK[weekdayOf(day)] ?? 0) * Math.exp(NOISE * (random() - 0.5)) };
  });
}

/** The same prices on other days: nothing is left to be learned. */
export function shuffledFees(days: number, seed = 5): DailyFee[] {
  const fees = plantedFees(days, seed);
  const order = shuffle(days, seededRandom(seed + 1));
  return fees.map(({ day }, index) => ({ day, gwei: fees[order[index] ?? 0]?.gwei ?? 0 }));
}
