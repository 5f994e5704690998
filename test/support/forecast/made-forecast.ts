// A forecast with known content, for tests.
import { DAY_MS, HOUR_MS } from '@/platform/time/durations';
import type { ReadyForecast } from '@/forecast/answer/forecast-answer';
import type { ForecastContent } from '@/forecast/answer/forecast-content';
import type { FeeSource } from '@/generated/prisma/enums';

/** Of the week, from today: the fourth day is the cheapest. */
const DAY_SHARES = [1, 1.1, 1.05, 0.7, 1.1, 1.15, 1];
/** The hours of the night, UTC, that are advised. */
const NIGHT = { from: 4, until: 8 };
const NIGHT_SHARE = 0.8;

/** The content of a made forecast; all else is made up around it. */
export interface MadeForecast {
  /** When it is made: its first day is this one's. */
  madeAt?: Date;
  /** How old its newest data are then. */
  ageHours?: number;
  source?: FeeSource;
  /** The price of the first day, gwei; the advised hours cost 44 % less. */
  current?: number;
  advice?: Partial<ForecastContent['advice']>;
  content?: Partial<ForecastContent>;
}

/** A forecast whose cheapest hours are the night of the fourth day: 44 % below `current`, likely 24 to 55 %. */
export function madeContent(made: MadeForecast = {}): ForecastContent {
  const { madeAt = new Date(), current = 20 } = made;
  const midnight = Math.floor(madeAt.getTime() / DAY_MS) * DAY_MS;
  const days = DAY_SHARES.map((share, day) => ({
    date: isoDay(new Date(midnight + day * DAY_MS)),
    point: share * current,
    low: 0.8 * share * current,
    high: 1.35 * share * current,
  }));
  const firstHour = Math.floor(madeAt.getTime() / HOUR_MS) * HOUR_MS;
  const left = (midnight + DAY_SHARES.length * DAY_MS - firstHour) / HOUR_MS;
  const hours = Array.from({ length: left }, (_, ahead) => {
    const at = firstHour + ahead * HOUR_MS;
    const hour = new Date(at).getUTCHours();
    const share = hour >= NIGHT.from && hour < NIGHT.until ? NIGHT_SHARE : 1.05;
    const day = DAY_SHARES[Math.floor((at - midnight) / DAY_MS)] ?? 1;
    return { startsAt: isoOf(at), price: current * day * share };
  });
  const fourth = midnight + 3 * DAY_MS;
  return {
    days,
    hours,
    record: {
      origins: 90,
      errorPercent: 21.4,
      simpleErrorPercent: 23,
      lastValueErrorPercent: 31,
      coveragePercent: 79,
      savedPercent: 14.2,
      sundaySavedPercent: 12.8,
      rules: [
        { name: 'nextSunday', savedPercent: 12.8 },
        { name: 'nextSaturday', savedPercent: 9.1 },
        { name: 'nearerWeekendDay', savedPercent: 10.4 },
        { name: 'tomorrow', savedPercent: -0.6 },
      ],
    },
    model: 'product',
    version: 3,
    trainedAt: isoOf(madeAt.getTime() - 2 * DAY_MS),
    ...made.content,
    advice: {
      date: isoDay(new Date(fourth)),
      window: {
        from: isoOf(fourth + NIGHT.from * HOUR_MS),
        until: isoOf(fourth + NIGHT.until * HOUR_MS),
        best: isoOf(fourth + (NIGHT.from + 1) * HOUR_MS),
      },
      rule: 'model',
      ...made.advice,
    },
  };
}

/** A made forecast as the page gets it. */
export function readyAnswer(
  made: MadeForecast = {},
  row: Partial<Pick<ReadyForecast, 'source' | 'chain' | 'ageHours'>> = {},
): ReadyForecast {
  const content = madeContent(made);
  const madeAt = (made.madeAt ?? new Date()).toISOString();
  return {
    status: 'ready',
    chain: { id: 31_337, name: 'Test chain', isOwn: true },
    source: 'COLLECTED',
    madeAt,
    dataUntil: madeAt,
    training: false,
    ageHours: 0,
    asOf: madeAt,
    ...content,
    ...row,
  };
}

/** `2026-11-21`, UTC. */
export function isoDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
