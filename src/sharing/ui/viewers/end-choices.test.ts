import { expect, it } from 'vitest';
import { HOUR_MS } from '@/platform/time/durations';
import { endOfChoice } from './end-choices';

it.each([
  ['week', 7],
  ['month', 30],
] as const)('ends after a %s', (choice, days) => {
  const end = Date.parse(endOfChoice(choice, '') ?? '');
  const hours = (end - Date.now()) / HOUR_MS;
  // A change to or from summer time may lie in between.
  expect(Math.abs(hours - days * 24)).toBeLessThan(1.1);
});

it('has no end until the patient stops it', () => {
  expect(endOfChoice('never', '2031-05-04T10:30')).toBeNull();
});

it('takes a date with its offset, and nothing that is half-typed or in doubt', () => {
  const moment = '2031-05-04T10:30:00+03:00';
  expect(endOfChoice('date', moment)).toBe(moment);
  expect(endOfChoice('date', '')).toBeUndefined();
  expect(endOfChoice('date', '2031-03-30T03:30')).toBeUndefined();
});
