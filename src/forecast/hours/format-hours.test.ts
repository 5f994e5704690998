import { expect, it } from 'vitest';
import { dayText, hourText, partOfDayText, shortDayText, windowText } from './format-hours';
import { t } from '../../../test/support/messages/english';

const SUNDAY = { from: '2026-11-22T04:00:00.000Z', until: '2026-11-22T08:00:00.000Z' };

it('writes the same hours on the clock of each reader', () => {
  expect(windowText(SUNDAY, 'UTC', t)).toBe('Sunday 22 November, 04:00–08:00');
  expect(windowText(SUNDAY, 'Asia/Nicosia', t)).toBe('Sunday 22 November, 06:00–10:00');
  expect(windowText(SUNDAY, 'Asia/Kolkata', t)).toBe('Sunday 22 November, 09:30–13:30');
  // West of Greenwich it is still Saturday.
  expect(windowText(SUNDAY, 'America/Los_Angeles', t)).toBe('Saturday 21 November, 20:00–24:00');
});

it('follows the clock where it is put forward or back', () => {
  // In Berlin, 29 March 2026 has no 02:30, and 25 October has two.
  const spring = { from: '2026-03-29T00:00:00.000Z', until: '2026-03-29T04:00:00.000Z' };
  expect(windowText(spring, 'Europe/Berlin', t)).toBe('Sunday 29 March, 01:00–06:00');
  const autumn = { from: '2026-10-25T00:00:00.000Z', until: '2026-10-25T04:00:00.000Z' };
  expect(windowText(autumn, 'Europe/Berlin', t)).toBe('Sunday 25 October, 02:00–05:00');
});

it('writes midnight as the beginning of a day', () => {
  expect(hourText('2026-11-22T00:00:00.000Z', 'UTC', t)).toBe('00:00');
  expect(dayText('2026-11-22T00:00:00.000Z', 'UTC', t)).toBe('Sunday 22 November');
  expect(shortDayText('2026-11-22', 'UTC', t)).toBe('Sun 22 Nov');
  expect(shortDayText('2026-11-22T23:30:00.000Z', 'Europe/Berlin', t)).toBe('Mon 23 Nov');
});

it('names the part of the day, where the night belongs to the day before', () => {
  expect(partOfDayText(SUNDAY, 'UTC', t)).toBe('Sunday morning');
  expect(partOfDayText(SUNDAY, 'Asia/Kolkata', t)).toBe('Sunday morning');
  expect(partOfDayText(SUNDAY, 'Asia/Tokyo', t)).toBe('Sunday afternoon');
  expect(partOfDayText(SUNDAY, 'America/Los_Angeles', t)).toBe('Saturday night');
  expect(partOfDayText(SUNDAY, 'Atlantic/Azores', t)).toBe('Sunday morning');
  expect(partOfDayText(SUNDAY, 'America/Sao_Paulo', t)).toBe('Saturday night');
});
