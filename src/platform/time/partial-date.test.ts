import { describe, expect, it } from 'vitest';
import { translatorOf } from '@/messages/translator';
import { firstDayOf, formatPartialDate, isFuture, isPartialDate } from './partial-date';

const t = translatorOf('en');

describe('a date that is known in part', () => {
  it.each([
    ['1980', '1980', '1980-01-01'],
    ['1980-03', 'March 1980', '1980-03-01'],
    ['1980-03-12', '12 March 1980', '1980-03-12'],
    ['2000-02-29', '29 February 2000', '2000-02-29'],
  ])('%s is shown as %s', (date, shown, first) => {
    expect(isPartialDate(date)).toBe(true);
    expect(formatPartialDate(date, t)).toBe(shown);
    expect(firstDayOf(date)).toBe(first);
  });

  it.each([
    ...['', '80', '1980-', '1980-13', '1980-00', '1980-3', '1980-02-30', '2001-02-29'],
    ...['1980--12', '1980-03-1', '-03-12', '1980-03-12T00:00:00Z', '19800312', 'yyyy'],
  ])('%j is none', (date) => {
    expect(isPartialDate(date)).toBe(false);
  });

  // It is already the next day, month or year in Kiribati (UTC+14).
  it.each([
    ['2026-12-31T10:00:00Z', '2027-01-01', '2027-01-02'],
    ['2026-12-31T10:00:00Z', '2027-01', '2027-02'],
    ['2026-12-31T10:00:00Z', '2027', '2028'],
    ['2026-12-31T09:59:59Z', '2026-12-31', '2027-01-01'],
    ['2026-12-31T09:59:59Z', '2026', '2027'],
  ])('at %s, %s has begun somewhere and %s nowhere', (now, begun, later) => {
    expect(isFuture(begun, new Date(now))).toBe(false);
    expect(isFuture(later, new Date(now))).toBe(true);
  });
});
