import { expect, it } from 'vitest';
import { at } from '@/forecast/series/at';
import { seededRandom } from '@/forecast/series/seeded-random';
import { calibrateIntervals } from './calibrate-intervals';

const DAYS = 900;

/** The share of days inside intervals of a flat forecast when errors double half-way. */
function coverage(from: number, to: number): number {
  const random = seededRandom(9);
  const actual = Array.from({ length: DAYS }, (_, day) =>
    Array.from({ length: 7 }, () => (day < DAYS / 2 ? 1 : 2) * (random() + random() - 1)),
  );
  const flat = { mid: Array<number>(7).fill(0) };
  const paths = calibrateIntervals(Array<typeof flat>(DAYS).fill(flat), (index) => actual[index]);
  let [inside, count] = [0, 0];
  for (let day = from; day < to; day++) {
    const path = paths[day];
    actual[day]?.forEach((log, ahead) => {
      count += 1;
      if (path && log >= at(path.low, ahead) && log <= at(path.high, ahead)) inside += 1;
    });
  }
  return (100 * inside) / count;
}

it('covers four days in five, also after the errors have doubled', () => {
  expect(coverage(200, 450)).toBeGreaterThan(77);
  expect(coverage(200, 450)).toBeLessThan(83);
  expect(coverage(550, 900)).toBeGreaterThan(74);
  expect(coverage(550, 900)).toBeLessThan(86);
});

it('uses nothing that has not settled', () => {
  const flat = { mid: Array<number>(7).fill(0) };
  const paths = (last: number[]) =>
    calibrateIntervals(Array<typeof flat>(30).fill(flat), (index) =>
      index < 25 ? [0.1, -0.1, 0.2, 0, 0, 0.3, -0.2] : last,
    );
  expect(paths(Array<number>(7).fill(99)).at(-1)).toEqual(paths(Array<number>(7).fill(0)).at(-1));
});
