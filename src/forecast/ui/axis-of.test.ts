import { expect, it } from 'vitest';
import { axisOf } from './axis-of';

it('ends just above the highest value, at round marks', () => {
  expect(axisOf([2, 4.003, 3])).toEqual({ ticks: [0, 1, 2, 3, 4, 5], domain: [0, 5] });
  expect(axisOf([8]).ticks).toEqual([0, 2, 4, 6, 8]);
  expect(axisOf([12.9]).ticks).toEqual([0, 5, 10, 15]);
  expect(axisOf([0.000_93]).ticks).toEqual([0, 0.000_2, 0.000_4, 0.000_6, 0.000_8, 0.001]);
});
