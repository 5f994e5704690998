import { WINDOW_HOURS } from './choose-window';
import type { ForecastContent } from './forecast-content';
import { isWorthWaiting } from './worth-waiting';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Advice = ForecastContent['advice'];

/** A stored forecast as it is at a moment. */
export type PresentForecast = Omit<ForecastContent, 'advice'> & {
  advice: Advice & { begun: boolean };
};

/**
 * Leaves out of a stored forecast what is past; where the advised hours are over, the cheapest of those
 * left are advised instead.
 * @returns undefined when nothing of it is left
 */
export function bringToNow(content: ForecastContent, now: Date): PresentForecast | undefined {
  const days = content.days.filter(({ date }) => Date.parse(date) + DAY_MS > now.getTime());
  const hours =
    content.hours?.filter(({ startsAt }) => Date.parse(startsAt) + HOUR_MS > now.getTime()) ?? null;
  const left = { ...content, days, hours };
  const advice = endOf(content.advice) > now.getTime() ? content.advice : adviseNext(left);
  if (!advice) return undefined;
  const begun = Date.parse(advice.window?.from ?? advice.date) <= now.getTime();
  return { ...left, advice: { ...advice, begun, kind: begun ? 'now' : advice.kind } };
}

function endOf({ window, date }: Advice): number {
  return window ? Date.parse(window.until) : Date.parse(date) + DAY_MS;
}

/** The cheapest hours of those left, or the cheapest day where no hours are known. */
function adviseNext({ days, hours, current, advice }: ForecastContent): Advice | undefined {
  const window = hours && cheapestRun(hours);
  const date = window ? window.from.slice(0, 10) : cheapestOf(days)?.date;
  const day = days.find((one) => one.date === date);
  if (!day) return undefined;
  const price = window?.price ?? day.point;
  const less = (share: number): number => 100 * (1 - (price * share) / current);
  const saving = {
    likely: less(1),
    low: less(day.high / day.point),
    high: less(day.low / day.point),
  };
  return {
    kind: isWorthWaiting(saving.likely) ? 'wait' : 'now',
    date: day.date,
    window: window && { from: window.from, until: window.until },
    saving,
    rule: advice.rule,
  };
}

function cheapestOf(days: ForecastContent['days']) {
  return days.toSorted((a, b) => a.point - b.point)[0];
}

/** The run of hours within one UTC day that costs least on average. */
function cheapestRun(hours: NonNullable<ForecastContent['hours']>) {
  let best: { from: string; until: string; price: number } | null = null;
  for (let index = 0; index < hours.length; index++) {
    const run = hours.slice(index, index + WINDOW_HOURS);
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || run.length < Math.min(WINDOW_HOURS, hours.length)) break;
    if (first.startsAt.slice(0, 10) !== last.startsAt.slice(0, 10)) continue;
    const price = run.reduce((sum, hour) => sum + hour.price, 0) / run.length;
    if (best && best.price <= price) continue;
    const until = new Date(Date.parse(last.startsAt) + HOUR_MS).toISOString();
    best = { from: first.startsAt, until, price };
  }
  return best;
}
