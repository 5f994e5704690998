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
  ['120.5', 'hasDecimals'],
  ['120,5', 'hasDecimals'],
  ['120.', 'hasDecimals'],
  [120.5, 'hasDecimals'],
  ['120/80/7', 'severalNumbers'],
  ['120/80', 'severalNumbers'],
  ['1 20', 'severalNumbers'],
  ['1,200', 'hasDecimals'],
  ['1e3', 'severalNumbers'],
  ['١٢٠', 'otherDigits'],
  ['１２０', 'otherDigits'],
  ['-120', 'notDigits'],
  ['+120', 'notDigits'],
  ['120 mmHg', 'notDigits'],
  ['one hundred', 'notDigits'],
  [Number.NaN, 'notDigits'],
  [{}, 'notDigits'],
  ['9'.repeat(16), 'otherDigits'],
])('%j is refused, never changed', (typed, fault) => {
  expect(readWholeNumber(typed)).toEqual({ fault: `validation.number.${fault}` });
});
