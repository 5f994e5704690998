import { expect, it } from 'vitest';
import { endOfChoice, fromLocalField, toLocalField } from './end-choices';

const LATER = '2040-01-01T00:00:00.000Z';

it.each([
  ['day', 1],
  ['week', 7],
  ['month', 30],
  ['year', 365],
] as const)('ends after a %s', (choice, days) => {
  const end = Date.parse(endOfChoice(choice, LATER) ?? '');
  const hours = (end - Date.now()) / 3_600_000;
  // A change to or from summer time may lie in between.
  expect(Math.abs(hours - days * 24)).toBeLessThan(1.1);
});

it('has no end when none is chosen', () => {
  expect(endOfChoice('never', LATER)).toBeNull();
});

it('keeps the end that there is while a date is picked, and offers one where there is none', () => {
  expect(endOfChoice('date', LATER)).toBe(LATER);
  expect(Date.parse(endOfChoice('date', null) ?? '')).toBeGreaterThan(Date.now());
});

it('speaks with the browser’s field in the reader’s zone', () => {
  const at = new Date(2031, 4, 4, 10, 30);
  expect(toLocalField(at)).toBe('2031-05-04T10:30');
  expect(fromLocalField('2031-05-04T10:30')).toBe(at.toISOString());
  expect(fromLocalField('')).toBeNull();
});
