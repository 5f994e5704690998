import { expect, it } from 'vitest';
import { readWholeNumber } from './whole-number';

it.each([
  ['120', 120],
  [' 120 ', 120],
  ['0', 0],
  ['007', 7],
  [120, 120],
  [-1, -1],
])('%j is %i', (typed, number) => {
  expect(readWholeNumber(typed)).toEqual({ number });
});

it.each(['', '  ', null, undefined])('%j is nothing', (typed) => {
  expect(readWholeNumber(typed)).toEqual({ blank: true });
});

it.each([
  ['120.5', 'without decimals'],
  ['120,5', 'without decimals'],
  ['120.', 'without decimals'],
  [120.5, 'without decimals'],
  ['120/80/7', 'one number'],
  ['120/80', 'one number'],
  ['1 20', 'one number'],
  ['1,200', 'without decimals'],
  ['1e3', 'one number'],
  ['١٢٠', 'digits 0 to 9'],
  ['１２０', 'digits 0 to 9'],
  ['-120', 'in digits'],
  ['+120', 'in digits'],
  ['120 mmHg', 'in digits'],
  ['one hundred', 'in digits'],
  [Number.NaN, 'in digits'],
  [{}, 'in digits'],
  ['9'.repeat(16), 'digits'],
])('%j is refused, never changed', (typed, sentence) => {
  expect(readWholeNumber(typed)).toEqual({ fault: expect.stringContaining(sentence) as string });
});
