import { describe, expect, it } from 'vitest';
import { madeContent } from './made-forecast';
import { bringToNow } from './bring-to-now';

/** Advised are the hours from 04:00 to 08:00 of the 21st, the cheapest day. */
const MADE = new Date('2026-11-18T09:20:00Z');
const CONTENT = madeContent({ madeAt: MADE });

const at = (moment: string) => {
  const present = bringToNow(CONTENT, new Date(moment));
  if (!present) throw new Error('nothing is left');
  return present;
};

describe('a stored forecast', () => {
  it('is as it was made while its hours are ahead', () => {
    const { advice, ...rest } = at('2026-11-18T09:20:00Z');
    expect(advice).toEqual({ ...CONTENT.advice, begun: false });
    expect(rest).toMatchObject({ days: CONTENT.days, hours: CONTENT.hours });
  });

  it('leaves out the days and hours that are over', () => {
    const { days, hours, advice } = at('2026-11-20T02:30:00Z');
    expect(days[0]?.date).toBe('2026-11-20');
    expect(days).toHaveLength(5);
    expect(hours?.[0]?.startsAt).toBe('2026-11-20T02:00:00.000Z');
    expect(advice).toMatchObject({ kind: 'wait', date: '2026-11-21', begun: false });
  });

  it('advises now within its hours, and the next cheapest after them', () => {
    expect(at('2026-11-21T04:00:00Z').advice).toMatchObject({ kind: 'now', begun: true });
    expect(at('2026-11-21T07:59:59Z').advice).toMatchObject({ kind: 'now', begun: true });
    // The rest of the cheapest day is still cheaper than the night of any other.
    const { advice } = at('2026-11-21T08:00:00Z');
    expect(advice.window).toEqual({
      from: '2026-11-21T08:00:00.000Z',
      until: '2026-11-21T12:00:00.000Z',
    });
    expect(advice.saving.likely).toBeCloseTo(100 * (1 - 0.7 * 1.05));
    expect(advice.saving.low).toBeLessThan(advice.saving.likely);
    expect(advice.saving.high).toBeGreaterThan(advice.saving.likely);
    expect(at('2026-11-22T00:00:00Z').advice).toMatchObject({ kind: 'wait', date: '2026-11-24' });
  });

  it('advises days where no hours are known', () => {
    const content = madeContent({
      madeAt: MADE,
      advice: { window: null },
      content: { hours: null },
    });
    const now = (moment: string) => bringToNow(content, new Date(moment))?.advice;
    expect(now('2026-11-20T23:00:00Z')).toMatchObject({ kind: 'wait', date: '2026-11-21' });
    expect(now('2026-11-21T23:00:00Z')).toMatchObject({ kind: 'now', begun: true });
    // Nothing that is left is cheaper than the price was.
    expect(now('2026-11-22T01:00:00Z')).toMatchObject({ kind: 'now', date: '2026-11-24' });
  });

  it('ends with its seventh day', () => {
    expect(bringToNow(CONTENT, new Date('2026-11-24T23:59:59Z'))).toBeDefined();
    expect(bringToNow(CONTENT, new Date('2026-11-25T00:00:00Z'))).toBeUndefined();
  });
});
