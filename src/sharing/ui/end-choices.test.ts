import { expect, it } from 'vitest';
import { endOfChoice, toLocalField } from './end-choices';

it.each([
  ['week', 7],
  ['month', 30],
] as const)('ends after a %s', (choice, days) => {
  const end = Date.parse(endOfChoice(choice, '') ?? '');
  const hours = (end - Date.now()) / 3_600_000;
  // A change to or from summer time may lie in between.
  expect(Math.abs(hours - days * 24)).toBeLessThan(1.1);
});

it('has no end until the patient stops it', () => {
  expect(endOfChoice('never', '2031-05-04T10:30')).toBeNull();
});

it('takes a date of the reader’s own zone, and nothing half-typed', () => {
  const at = new Date(2031, 4, 4, 10, 30);
  expect(toLocalField(at)).toBe('2031-05-04T10:30');
  expect(endOfChoice('date', '2031-05-04T10:30')).toBe(at.toISOString());
  expect(endOfChoice('date', '')).toBeUndefined();
});
