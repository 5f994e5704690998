import { expect, it } from 'vitest';
import { walkProduct } from './walk-ensemble';

const DAYS = 120;

/** Two components that predict a planted week, one a little high, one a little low. */
const days = Array.from({ length: DAYS }, (_, index) =>
  [0.1, -0.1].map((error) => ({
    mid: week(index).map((log) => log + error),
    low: week(index).map((log) => log + error - 0.3),
    high: week(index).map((log) => log + error + 0.3),
  })),
);

function week(index: number): number[] {
  return Array.from({ length: 7 }, (_, day) => 3 + 0.2 * Math.sin((index + day) / 2));
}

const walk = (actualAt: (index: number) => number[] | undefined) => walkProduct(days, actualAt);

it('asks for no week before all of it has passed', () => {
  const asked: number[] = [];
  walkProduct(days, (index) => {
    asked.push(index);
    return week(index);
  });
  expect(Math.max(...asked)).toBeLessThanOrEqual(DAYS - 1 - 7);
});

it('predicts the same for a day whatever comes after it', () => {
  const settledBy = 80;
  const known = walk(week);
  const other = walk((index) =>
    index + 7 > settledBy ? week(index).map((log) => log + 2) : week(index),
  );
  expect(other.slice(0, settledBy + 1)).toEqual(known.slice(0, settledBy + 1));
  expect(other.at(-1)).not.toEqual(known.at(-1));
});

it('learns nothing from a week that was not measured', () => {
  const gap = walk((index) => (index === 40 ? undefined : week(index)));
  expect(gap.slice(0, 47)).toEqual(walk(week).slice(0, 47));
  expect(gap.every((forecast) => forecast?.point.every(Number.isFinite))).toBe(true);
});
