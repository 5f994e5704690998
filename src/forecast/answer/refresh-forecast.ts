import { database } from '@/platform/database';
import { readHistory, type FeeHistory } from '../history/read-history';
import { dateOfHour } from '../history/hour-dates';
import { hourProfile } from '../hours/hour-profile';
import { hourOf, HOURS_PER_DAY, type Hour } from '../hours/hourly-series';
import { HORIZON } from '../models/model';
import { daysToSunday } from '../models/simple-models';
import { at } from '../series/at';
import { formatDay, type Day } from '../series/day';
import { readLearned, type StoredModel } from '../store/read-learned';
import { currentPrice } from './current-price';
import type { ForecastContent } from './forecast-content';
import { forecastWeek, type WeekForecast } from './forecast-week';
import { makeAdvice } from './make-advice';
import { withNextSunday } from './with-next-sunday';

const KEEP_MS = 90 * 86_400_000;

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
      content: describe(history, week, model, hourOf(now)),
    },
  });
  await database().feeForecast.deleteMany({
    where: { chainId, madeAt: { lt: new Date(now.getTime() - KEEP_MS) } },
  });
  return true;
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
  const current = currentPrice(history);
  const input = withNextSunday({
    firstDay,
    days: shown,
    mid: week.mid,
    rule: week.rule,
    sunday: daysToSunday(days),
    now,
    current,
    profile,
  });
  return {
    days: input.days,
    hours: profile
      ? hoursAhead(firstDay, input.days.length, now).map((hour) => ({
          startsAt: dateOfHour(hour).toISOString(),
          price:
            (input.days[Math.floor(hour / HOURS_PER_DAY) - firstDay]?.point ?? current) *
            at(profile, hour % HOURS_PER_DAY),
        }))
      : null,
    current,
    advice: makeAdvice(input),
    record: week.record,
    model: week.model,
    version: week.model === 'product' ? (model?.version ?? null) : null,
    trainedAt: week.model === 'product' ? (model?.trainedAt.toISOString() ?? null) : null,
  };
}

/** The full hours from now to the end of the forecast. */
function hoursAhead(firstDay: Day, days: number, now: Hour): Hour[] {
  const from = Math.max(now, firstDay * HOURS_PER_DAY);
  const until = (firstDay + days) * HOURS_PER_DAY;
  return Array.from({ length: Math.max(0, until - from) }, (_, ahead) => from + ahead);
}
