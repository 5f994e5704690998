import { describe, expect, it } from 'vitest';
import { seededRandom } from '@/forecast/series/seeded-random';
import { adviseDay, chooseRule, type SettledAdvice } from './advise-day';

/** A year in which the model's day was cheaper by a share of the price, give or take a lot. */
function year(gain: number, length = 365): SettledAdvice[] {
  const random = seededRandom(3);
  return Array.from({ length }, () => {
    const model = 10 * (1 - gain) + 4 * (random() - 0.5);
    const prices = [10, 10, 10, model, 10, 10, 10];
    return { model: 3, sunday: 5, actual: prices.map((price) => Math.log(price)) };
  });
}

describe('the rule', () => {
  it('is Sunday until the model has saved more than luck explains', () => {
    expect(chooseRule([])).toBe('sunday');
    expect(chooseRule(year(0.01))).toBe('sunday');
    expect(chooseRule(year(-0.2))).toBe('sunday');
    expect(chooseRule(year(0.2, 30))).toBe('sunday');
    expect(chooseRule(year(0.1))).toBe('model');
  });

  it('is decided by the last year alone', () => {
    expect(chooseRule([...year(0.3), ...year(-0.1)])).toBe('sunday');
  });

  it('names the day', () => {
    const mid = [3, 3, 1, 3, 2, 3, 3];
    expect(adviseDay('model', mid, 4)).toBe(2);
    expect(adviseDay('sunday', mid, 4)).toBe(4);
  });
});
