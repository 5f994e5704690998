import { expect, it } from 'vitest';
import { madeContent } from '../../../test/support/forecast/made-forecast';
import { dropPast } from './drop-past';

const CONTENT = madeContent({ madeAt: new Date('2026-11-18T09:20:00Z') });
const at = (moment: string) => dropPast(CONTENT, new Date(moment));

it('a stored forecast is as it was made while its hours are ahead', () => {
  expect(at('2026-11-18T09:20:00Z')).toEqual(CONTENT);
});

it('it loses the days and hours that are over', () => {
  const left = at('2026-11-20T02:30:00Z');
  expect(left?.days[0]?.date).toBe('2026-11-20');
  expect(left?.days).toHaveLength(5);
  expect(left?.hours?.[0]?.startsAt).toBe('2026-11-20T02:00:00.000Z');
});

it('it ends with its seventh day', () => {
  expect(at('2026-11-24T23:59:59Z')).toBeDefined();
  expect(at('2026-11-25T00:00:00Z')).toBeUndefined();
});
