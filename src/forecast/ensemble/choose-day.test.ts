import { describe, expect, it } from 'vitest';
import { candidateDays, CANDIDATE_MODELS } from './day-candidates';
import { clearHabit } from './clear-habit';
import { walkChoices, type DayChoice } from './choose-day';
import { actualAt } from '@/forecast/models/actual-at';
import { walkForward } from '@/forecast/models/walk-forward';
import { scoreForecasts } from '@/forecast/scoring/score';
import { toDailySeries, truncate, type DailySeries } from '@/forecast/series/daily-series';
import { weekdayOf } from '@/forecast/series/day';
import { seededRandom } from '@/forecast/series/seeded-random';

/** A Sunday. */
const FIRST = 18_000 - ((18_000 + 4) % 7);
const START = 210;

/** @param cheap The weekday that costs 30 % less on a day; @param noise Log, each way. */
function made(
  length: number,
  cheap: (day: number) => number | null,
  noise = 0.1,
  seed = 4,
): DailySeries {
  const random = seededRandom(seed);
  return toDailySeries(
    Array.from({ length }, (_, index) => ({
      day: FIRST + index,
      gwei:
        20 *
        (weekdayOf(FIRST + index) === cheap(index) ? 0.7 : 1) *
        Math.exp(noise * 2 * (random() - 0.5)),
    })),
  );
}

/** The chosen days from the 210th on. */
async function choose(series: DailySeries): Promise<(DayChoice | undefined)[]> {
  const last = series.logs.length - 1;
  const walk = { firstDay: series.firstDay, first: START, from: START, last };
  const paths = await Promise.all(
    CANDIDATE_MODELS.map((model) => walkForward(model, series, walk)),
  );
  const named = Array.from({ length: last - START + 1 }, (_, index) =>
    candidateDays(
      truncate(series, START + index + 1),
      paths.map((one) => one[index]),
      undefined,
    ),
  );
  return walkChoices(
    named,
    (index) => actualAt(series, START + index),
    (index) => clearHabit(truncate(series, START + index + 1)),
  );
}

describe('the chosen day', () => {
  it('follows a cheap day that moves from Sunday to Wednesday within four weeks', async () => {
    const moves = 350;
    const series = made(420, (day) => (day < moves ? 0 : 3));
    const choices = await choose(series);
    const weekdayAt = (origin: number): number =>
      weekdayOf(FIRST + origin + 1 + (choices[origin - START]?.day ?? 0));
    for (const origin of [345, 346, 347]) expect(weekdayAt(origin)).toBe(0);
    for (let origin = moves + 28; origin < 420; origin++) expect(weekdayAt(origin)).toBe(3);
  });

  it('promises nothing on noise: it saves about nothing, and loses nothing', async () => {
    const series = made(500, () => null, 0.4);
    const choices = await choose(series);
    const point = Array<number>(7).fill(20);
    const { captured } = scoreForecasts(
      series,
      choices
        .slice(0, -7)
        .flatMap((choice, index) =>
          choice
            ? [{ origin: START + index, point, low: point, high: point, advised: choice.day }]
            : [],
        ),
    );
    expect(Math.abs(captured)).toBeLessThan(15);
  });

  it('is the same whatever comes after it', async () => {
    const series = made(300, () => 0, 0.3);
    const other = made(300, (day) => (day < 280 ? 0 : 3), 0.3);
    const [choices, others] = [await choose(series), await choose(other)];
    expect(others.slice(0, 280 - START)).toEqual(choices.slice(0, 280 - START));
  });
});

it('is the next Sunday before anything is known', () => {
  const days = candidateDays(
    made(50, () => 3),
    [undefined, undefined, undefined, undefined],
    undefined,
  );
  for (const day of days) expect(weekdayOf(FIRST + 50 + (day ?? NaN))).toBe(0);
});

it('is learned from the networks alone while there are no regressions', () => {
  const cheapThird = { mid: [3, 3, 2, 3, 3, 3, 3] };
  const days = candidateDays(
    made(50, () => null),
    [],
    cheapThird,
  );
  expect(days).toEqual([undefined, undefined, undefined, 2]);
});

describe('the vote', () => {
  const flat = [0, 0, 0, 0, 0, 0, 0];

  it('keeps the advised day while another one is hardly better', () => {
    // Two candidates of nearly the same weight take turns in naming a nearer day.
    const named = Array.from({ length: 6 }, (_, index) => [5 - index, 4 - index, 5 - index]);
    const days = walkChoices(named.slice(0, 4), () => flat);
    expect(days.map((one, index) => index + (one?.day ?? 0))).toEqual([5, 5, 5, 5]);
  });

  it('leaves out a candidate that names no day, and learns nothing of it', () => {
    const choices = walkChoices(
      Array.from({ length: 30 }, () => [2, undefined, 4]),
      () => [0, 0, 0, 0, -1, 0, 0],
    );
    expect(choices.at(0)?.day).toBe(2);
    expect(choices.at(-1)?.day).toBe(4);
  });

  it('chooses nothing where nothing is named', () => {
    expect(walkChoices([undefined, [1, 2]], () => undefined)[0]).toBeUndefined();
  });

  it('counts a panic no more than a bad week', () => {
    const panic = [0, 0, 0, 0, 0, 0, 5];
    const [, , , , , , , after] = walkChoices(
      Array.from({ length: 8 }, () => [6, 5]),
      () => panic,
    );
    expect(after?.weights[0]).toBeGreaterThan(0.25);
  });
});
