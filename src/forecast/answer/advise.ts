import type { z } from 'zod';
import { DAY_MS, HOUR_MS } from '@/platform/time/durations';
import { WINDOW_HOURS } from './choose-window';
import type { adviceSchema, AdvisedHours, ForecastContent } from './forecast-content';

/** Per cent; a smaller saving is not worth a wait. */
const WORTH_WAITING = 10;

/** What a person is advised, and against which price. */
export type Advice = z.infer<typeof adviceSchema>;

/** The part of a forecast that advice is made from; what is past is left out of it (`dropPast`). */
type Forecast = Pick<ForecastContent, 'days' | 'hours' | 'advice'>;

/**
 * The only place where a wait is advised: if the hours are still ahead and are expected to cost at least a tenth
 * less than the price that is shown as the price now. Without such a price nothing is compared. When the chosen
 * hours are over, the cheapest of the remaining ones replace them.
 * @param price What gas costs now on the chain of the reports, gwei (`presentPrice`); null when not known.
 */
export function advise(forecast: Forecast, now: Date, price: number | null): Advice {
  const hours = isAhead(forecast, now) ? forecast.advice : cheapestLeft(forecast);
  const begun = Date.parse(hours.window?.from ?? hours.date) <= now.getTime();
  const expected = expectedIn(forecast, hours);
  const saving = price === null ? null : savingOf(expected, price);
  return { ...hours, kind: begun ? 'now' : kindOf(saving), begun, expected, saving };
}

function kindOf(saving: Advice['saving']): Advice['kind'] {
  if (saving === null) return 'unknown';
  return saving.likely >= WORTH_WAITING ? 'wait' : 'now';
}

/** Whether the advised hours are now, but cost at least a tenth more than was expected of them. */
export function isMoreExpensive({ begun, saving }: Advice): boolean {
  return begun && saving !== null && saving.likely >= WORTH_WAITING;
}

/** Whether the chosen hours are not over. */
function isAhead({ days, advice: { window, date } }: Forecast, now: Date): boolean {
  const end = window ? Date.parse(window.until) : Date.parse(date) + DAY_MS;
  return end > now.getTime() && days.some((day) => day.date === date);
}

/** Per cent less than `price`; negative where it is more. */
function savingOf(expected: Advice['expected'], price: number): NonNullable<Advice['saving']> {
  const less = (gwei: number): number => 100 * (1 - gwei / price);
  return { likely: less(expected.point), low: less(expected.high), high: less(expected.low) };
}

/** What gas is expected to cost in some hours of the forecast, as uncertain as their day. */
function expectedIn({ days, hours }: Forecast, { date, window }: AdvisedHours): Advice['expected'] {
  const day = days.find((one) => one.date === date);
  if (!day) throw new RangeError(`${date} is not in the forecast`);
  const inside = (hours ?? []).filter(
    ({ startsAt }) => window && startsAt >= window.from && startsAt < window.until,
  );
  const point = inside.length > 0 ? mean(inside) : day.point;
  return { point, low: (point * day.low) / day.point, high: (point * day.high) / day.point };
}

/** The cheapest hours of those left, or the cheapest day where no hours are known. */
function cheapestLeft({ days, hours, advice: { rule } }: Forecast): AdvisedHours {
  const window = hours && cheapestRun(hours);
  if (window) return { date: window.from.slice(0, 10), window, rule };
  const [cheapest] = days.toSorted((a, b) => a.point - b.point);
  if (!cheapest) throw new RangeError('no day of the forecast is left');
  return { date: cheapest.date, window: null, rule };
}

/** The run of hours within one UTC day that costs least on average. */
function cheapestRun(hours: NonNullable<Forecast['hours']>): AdvisedHours['window'] {
  let best: { from: string; until: string; best: string; price: number } | null = null;
  for (let index = 0; index < hours.length; index++) {
    const run = hours.slice(index, index + WINDOW_HOURS);
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || run.length < Math.min(WINDOW_HOURS, hours.length)) break;
    if (first.startsAt.slice(0, 10) !== last.startsAt.slice(0, 10)) continue;
    const price = mean(run);
    if (best && best.price <= price) continue;
    const until = new Date(Date.parse(last.startsAt) + HOUR_MS).toISOString();
    const cheapest = run.reduce((a, b) => (b.price < a.price ? b : a)).startsAt;
    best = { from: first.startsAt, until, best: cheapest, price };
  }
  return best && { from: best.from, until: best.until, best: best.best };
}

function mean(hours: NonNullable<Forecast['hours']>): number {
  return hours.reduce((sum, { price }) => sum + price, 0) / hours.length;
}
