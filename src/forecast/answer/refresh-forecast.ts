import { database } from '@/platform/database/database';
import { DAY_MS } from '@/platform/time/durations';
import { readHistory, type FeeHistory } from '../history/read-history';
import { dateOfHour } from '../history/hour-dates';
import { hourProfile } from '../hours/hour-profile';
import { hourOf, HOURS_PER_DAY, type Hour } from '../hours/hourly-series';
import { HORIZON } from '../models/model';
import { at } from '../series/at';
import { formatDay, type Day } from '../series/day';
import { learnStopping } from '../stopping/learn-stopping';
import { readLearned, type StoredModel } from '../store/read-learned';
import { chooseHours } from './choose-hours';
import type { ForecastContent } from './forecast-content';
import { forecastWeek, type WeekForecast } from './forecast-week';
import { withNextSunday } from './with-next-sunday';

const KEEP_MS = 90 * DAY_MS;

/**
 * Makes a forecast of a chain's fees from what is known now and stores it beside the older ones.
 * @returns false with too little history: the last good forecast then stays, until it is too old.
 */
export async function refreshForecast(chainId: number, now: Date): Promise<boolean> {
  const history = await readHistory(chainId, now);
  if (!history) return false;
  const model = await readLearned(chainId);
  const week = await forecastWeek(chainId, history.days, model);
  if (!week) return false;
  await database().feeForecast.create({
    data: {
      chainId,
      madeAt: now,
      dataUntil: history.until,
      source: history.source,
      content: {
        ...describe(history, week, model, hourOf(now)),
        // Pages do not get it: see readStopping.
        stopping: stoppingOf(history),
      },
    },
  });
  await database().feeForecast.deleteMany({
    where: { chainId, madeAt: { lt: new Date(now.getTime() - KEEP_MS) } },
  });
  return true;
}

/** The rule that chooses the hour to send in, as JSON; null while too few hours are known. */
function stoppingOf({ hours }: FeeHistory) {
  const learned = hours && learnStopping(hours);
  return learned ? { ...learned } : null;
}

function describe(
  history: FeeHistory,
  week: WeekForecast,
  model: StoredModel | undefined,
  now: Hour,
): ForecastContent {
  const { days, hours } = history;
  const firstDay = days.firstDay + days.logs.length;
  const shown = Array.from({ length: HORIZON }, (_, day) => ({
    date: formatDay(firstDay + day),
    point: Math.exp(at(week.point, day)),
    low: Math.exp(Math.min(at(week.low, day), at(week.point, day))),
    high: Math.exp(Math.max(at(week.high, day), at(week.point, day))),
  }));
  const profile = hours && hourProfile(hours);
  const input = withNextSunday({
    firstDay,
    days: shown,
    mid: week.mid,
    advised: week.advised,
    rule: week.rule,
    now,
    profile,
  });
  return {
    days: input.days,
    hours: profile
      ? input.days.flatMap(({ point }, day) =>
          hoursAhead(firstDay + day, now).map((hour) => ({
            startsAt: dateOfHour(hour).toISOString(),
            price: point * at(profile, hour % HOURS_PER_DAY),
          })),
        )
      : null,
    advice: chooseHours(input),
    record: week.record,
    model: week.model,
    version: week.model === 'product' ? (model?.version ?? null) : null,
    trainedAt: week.model === 'product' ? (model?.trainedAt.toISOString() ?? null) : null,
  };
}

/** The hours of a day that are not over. */
function hoursAhead(day: Day, now: Hour): Hour[] {
  const hours = Array.from({ length: HOURS_PER_DAY }, (_, hour) => day * HOURS_PER_DAY + hour);
  return hours.filter((hour) => hour >= now);
}
