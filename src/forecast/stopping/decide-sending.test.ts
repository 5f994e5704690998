import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '@/platform/time/durations';
import { toHourlySeries, type HourlySeries } from '@/forecast/hours/hourly-series';
import { parseDay } from '@/forecast/series/day';
import { seededRandom } from '@/forecast/series/seeded-random';
import { decideSending } from './decide-sending';
import { hourOfWeek } from './hour-of-week';
import { learnStopping, type StoppingModel } from './learn-stopping';
import { planThresholds } from './plan-thresholds';
import { replayHours, waitedPrice, type Replay } from './replay-hours';

const WEEK = 168;
const WEEKS = 14;
/** A Sunday, 00:00 UTC. */
const FIRST = parseDay('2026-08-02') * 24;
/** Four in the morning on Sundays costs least. */
const usual = (hour: number): number => {
  const ofWeek = hourOfWeek(hour);
  const ofDay = 1 - 0.3 * Math.cos((2 * Math.PI * ((ofWeek % 24) - 4)) / 24);
  return 20 * ofDay * (ofWeek < 24 ? 0.7 : 1);
};

/** @param spread How far the price wanders from the usual one, log; @param factor From the twelfth week on. */
function made(spread: number, factor = 1): HourlySeries {
  const random = seededRandom(8);
  return toHourlySeries(
    Array.from({ length: WEEKS * WEEK }, (_, index) => {
      const wander = spread * (random() + random() + random() - 1.5) * 2;
      const moved = index >= 11 * WEEK ? factor : 1;
      return { hour: FIRST + index, gwei: usual(FIRST + index) * moved * Math.exp(wander) };
    }),
  );
}

function learned(
  series: HourlySeries,
  known?: number,
  replayAt?: (origin: number) => Replay | undefined,
): StoppingModel {
  const model = learnStopping(series, known, replayAt);
  if (!model) throw new Error('nothing was learned');
  return model;
}

/** Mean saving of waiting a week from every 19th hour of the last weeks that can be waited through. */
function savingOf(series: HourlySeries): number {
  const savings: number[] = [];
  const replays = new Map<number, Replay | undefined>();
  const replayAt = (origin: number): Replay | undefined => {
    if (!replays.has(origin)) replays.set(origin, replayHours(series, origin));
    return replays.get(origin);
  };
  for (let known = 11 * WEEK; known + WEEK <= series.gwei.length; known += 19) {
    const { shape, level, weights, from } = learned(series, known, replayAt);
    const next = series.gwei.subarray(known, known + WEEK);
    const shares = next.map((_, ahead) => Math.exp(shape[hourOfWeek(from + ahead)] ?? 0));
    const paid = waitedPrice(next, planThresholds(shape, weights, from, WEEK), shares, level);
    savings.push(1 - paid / (next.reduce((sum, gwei) => sum + gwei, 0) / WEEK));
  }
  return savings.reduce((sum, one) => sum + one, 0) / savings.length;
}

describe('the rule that chooses the hour to send in', () => {
  const series = made(0.2);
  const model = learned(series);
  const now = new Date((FIRST + WEEKS * WEEK) * HOUR_MS + 600_000);
  const inHours = (hours: number): Date => new Date(now.getTime() + hours * HOUR_MS);
  const ask = (price: number | null, hours: number, at = now) =>
    decideSending(model, { price, now: at, deadline: inHours(hours) });

  it('asks for less than usual at first, and for anything in the last hour', () => {
    const thresholds = planThresholds(model.shape, model.weights, model.from, 100);
    const cheapest = Math.min(
      ...Array.from({ length: 100 }, (_, ahead) => usual(model.from + ahead)),
    );
    const gwei = Array.from(thresholds, (share) => share * Math.exp(model.level));
    expect(gwei[0]).toBeLessThan(cheapest);
    expect(gwei[0]).toBeGreaterThan(0.6 * cheapest);
    // Where fewer hours are left, no less is accepted.
    expect(gwei).toEqual(gwei.toSorted((a, b) => a - b));
    expect(gwei.at(-1)).toBe(Number.POSITIVE_INFINITY);
  });

  it('waits on an ordinary weekday and sends below the threshold', () => {
    expect(ask(25, 168).kind).toBe('wait');
    expect(ask(6, 168)).toEqual({ kind: 'send', because: 'cheap' });
  });

  it('names the likely hours, their price, and the latest hour with its highest price', () => {
    const decision = ask(25, 168);
    const expected = decision.kind === 'wait' ? decision.expected : null;
    expect(expected).not.toBeNull();
    if (!expected) return;
    const from = hourOfWeek(Date.parse(expected.likely.from) / HOUR_MS);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(from).toBeLessThan(8);
    expect(expected.price).toBeGreaterThan(6);
    expect(expected.price).toBeLessThan(11);
    expect(expected.most).toBeGreaterThan(expected.price);
    expect(expected.most).toBeLessThan(40);
    expect(Date.parse(expected.latest)).toBeLessThanOrEqual(inHours(167).getTime());
  });

  it('sends in the last hour at any price, and when nothing was learned', () => {
    expect(ask(9_000, 1)).toEqual({ kind: 'send', because: 'last-hour' });
    expect(ask(null, 1)).toEqual({ kind: 'send', because: 'last-hour' });
    expect(decideSending(null, { price: 25, now, deadline: inHours(100) })).toEqual({
      kind: 'send',
      because: 'nothing-learned',
    });
  });

  it('keeps waiting while the chain is silent, and through a spike', () => {
    expect(ask(null, 100).kind).toBe('wait');
    const spiked = made(0.2);
    spiked.gwei.fill(2_000, -5);
    const after = learned(spiked);
    expect(after.level - model.level).toBeLessThan(0.2);
    expect(decideSending(after, { price: 2_000, now, deadline: inHours(168) }).kind).toBe('wait');
  });

  it('is not confused by a clock that jumps', () => {
    expect(ask(25, 24 * 400).kind).toBe('wait');
    expect(ask(25, 100, inHours(-24 * 30)).kind).toBe('wait');
    expect(ask(25, 100, inHours(200))).toEqual({ kind: 'send', because: 'last-hour' });
  });

  it('learns through a day without prices', () => {
    const silent = made(0.2);
    silent.gwei.fill(Number.NaN, -24);
    expect(Math.abs(learned(silent).level - model.level)).toBeLessThan(0.1);
  });

  it('follows a price that stays ten times as high', () => {
    const level = learned(made(0.2, 10)).level;
    expect(level - model.level).toBeGreaterThan(0.9 * Math.log(10));
  });

  it('does not look at what comes later', () => {
    const known = 10 * WEEK + 5;
    const other = made(0.2);
    other.gwei.fill(1, known);
    expect(learned(other, known)).toEqual(learned(series, known));
  });

  it('learns nothing from three weeks', () => {
    expect(learnStopping(series, 3 * WEEK)).toBeUndefined();
  });
});

describe('what waiting saves', () => {
  it('is most of what the week offers where prices are calm', () => {
    // The cheapest hour of the week costs 53 % less than the mean.
    expect(savingOf(made(0.05))).toBeGreaterThan(0.48);
  });

  it('is not lost where prices vary far more or less than believed', () => {
    for (const spread of [0.02, 0.8]) expect(savingOf(made(spread))).toBeGreaterThan(0.45);
  });
});
