import { describe, expect, it } from 'vitest';
import { momentsOf, offsetIn, offsetOf, onClock, toLocalInput } from './local-moment';

describe('momentsOf', () => {
  it.each([
    ['an ordinary time', '2026-03-04T09:30', 'Europe/Athens', ['+02:00']],
    ['a time in summer', '2026-07-04T09:30', 'Europe/Athens', ['+03:00']],
    ['west of Greenwich', '2026-03-04T09:30', 'America/St_Johns', ['-03:30']],
    ['Greenwich', '2026-03-04T09:30', 'UTC', ['+00:00']],
    ['the minute before the clocks go forward', '2026-03-29T02:59', 'Europe/Athens', ['+02:00']],
    ['the first minute that never was', '2026-03-29T03:00', 'Europe/Athens', []],
    ['the middle of the hour that never was', '2026-03-29T03:30', 'Europe/Athens', []],
    ['the minute after it', '2026-03-29T04:00', 'Europe/Athens', ['+03:00']],
    ['the minute before the hour that came twice', '2026-10-25T02:59', 'Europe/Athens', ['+03:00']],
    ['the hour that came twice', '2026-10-25T03:30', 'Europe/Athens', ['+03:00', '+02:00']],
    ['the minute after it', '2026-10-25T04:00', 'Europe/Athens', ['+02:00']],
    ['another zone’s gap', '2026-03-08T02:30', 'America/New_York', []],
    [
      'half an hour that came twice',
      '2026-04-05T01:45',
      'Australia/Lord_Howe',
      ['+11:00', '+10:30'],
    ],
    ['the day that Samoa left out', '2011-12-30T12:00', 'Pacific/Apia', []],
  ])('of %s (%s, %s)', (_, typed, zone, offsets) => {
    const moments = offsets.map((offset) => `${typed}:00${offset}`);
    expect(momentsOf(typed, offsetIn(zone))).toEqual(moments);
  });

  it('of an unfinished time are none', () => {
    expect(momentsOf('', offsetIn('UTC'))).toEqual([]);
    expect(momentsOf('2026-03', offsetIn('UTC'))).toEqual([]);
  });
});

describe('a written moment', () => {
  it('is shown as it was written, wherever it is read', () => {
    expect(toLocalInput('2026-03-04T09:30:00+02:00')).toBe('2026-03-04T09:30');
    expect(offsetOf('2026-03-04T09:30:00+02:00')).toBe('UTC+02:00');
    expect(offsetOf('2026-03-04T09:30:00Z')).toBe('UTC');
    expect(toLocalInput('')).toBe('');
    expect(offsetOf('')).toBe('');
    expect(offsetOf('2026-03-29T03:30')).toBe('');
  });

  it('is put on another clock', () => {
    const athens = offsetIn('Europe/Athens');
    expect(onClock('2026-10-25T00:30:00.000Z', athens)).toBe('2026-10-25T03:30:00+03:00');
    expect(onClock('2026-10-25T01:30:00.000Z', athens)).toBe('2026-10-25T03:30:00+02:00');
  });
});
