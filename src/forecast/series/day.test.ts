import { expect, it } from 'vitest';
import { formatDay, parseDay, weekdayOf } from './day';

it('computes the weekdays', () => {
  expect(weekdayOf(parseDay('2024-05-18'))).toBe(6);
  expect(weekdayOf(parseDay('1969-12-28'))).toBe(0);
  expect(formatDay(parseDay('2024-02-29'))).toBe('2024-02-29');
});

it.each(['2024-02-30', '2023-02-29', '18.05.2024', '2024-5-18', ''])('refuses %j', (text) => {
  expect(() => parseDay(text)).toThrow(RangeError);
});
