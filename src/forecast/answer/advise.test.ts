import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '@/platform/time/durations';
import { seededRandom } from '../series/seeded-random';
import { advise } from './advise';
import { dropPast } from './drop-past';
import { madeContent, type MadeForecast } from '../../../test/support/forecast/made-forecast';

/** Advised are the hours from 04:00 to 08:00 of the 21st, the cheapest day; `current` is 20 gwei. */
const MADE = new Date('2026-11-18T09:20:00Z');

function adviceAt(moment: string, price: number | null, made: MadeForecast = {}) {
  const left = dropPast(madeContent({ madeAt: MADE, ...made }), new Date(moment));
  if (!left) throw new Error('nothing is left');
  return advise(left, new Date(moment), price);
}

describe('advice', () => {
  it('is to wait for the chosen hours, with the saving and its interval', () => {
    const advice = adviceAt('2026-11-18T09:20:00Z', 20);
    expect(advice).toMatchObject({ kind: 'wait', date: '2026-11-21', begun: false });
    expect(advice.expected.point).toBeCloseTo(20 * 0.7 * 0.8);
    expect(advice.saving?.likely).toBeCloseTo(44);
    expect(advice.saving?.low).toBeCloseTo(24.4);
    expect(advice.saving?.high).toBeCloseTo(55.2);
  });

  it('is measured against the price that is shown as the price now, and no other', () => {
    const likely = (price: number) => adviceAt('2026-11-18T09:20:00Z', price).saving?.likely;
    expect(likely(40)).toBeCloseTo(72);
    expect(likely(10)).toBeCloseTo(-12);
    expect(adviceAt('2026-11-18T09:20:00Z', 10).kind).toBe('now');
    expect(adviceAt('2026-11-18T09:20:00Z', 12).kind).toBe('now');
  });

  it('compares nothing without a price now', () => {
    const advice = adviceAt('2026-11-18T09:20:00Z', null);
    expect(advice).toMatchObject({ kind: 'unknown', date: '2026-11-21', saving: null });
  });

  it('never is to wait for what costs more than now, whatever the prices are', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 500; round++) {
      const price = Math.exp(8 * random() - 4);
      const content = madeContent({ madeAt: MADE, current: Math.exp(8 * random() - 4) });
      const now = new Date(MADE.getTime() + Math.floor(6.5 * 24 * random()) * HOUR_MS);
      const left = dropPast(content, now);
      if (!left) throw new Error('nothing is left');
      const { kind, expected } = advise(left, now, price);
      if (kind === 'wait') expect(expected.point).toBeLessThan(price);
    }
  });

  it('is now within the hours, and the cheapest of those left after them', () => {
    const within = adviceAt('2026-11-21T07:59:59Z', 20);
    expect(within).toMatchObject({ kind: 'now', begun: true });
    expect(adviceAt('2026-11-21T04:00:00Z', 40).kind).toBe('now');
    // The rest of the cheapest day is still cheaper than the night of any other.
    const after = adviceAt('2026-11-21T08:00:00Z', 20);
    expect(after.window).toEqual({
      from: '2026-11-21T08:00:00.000Z',
      until: '2026-11-21T12:00:00.000Z',
      best: '2026-11-21T08:00:00.000Z',
    });
    expect(after.expected.point).toBeCloseTo(20 * 0.7 * 1.05);
    expect(adviceAt('2026-11-22T00:00:00Z', 20)).toMatchObject({
      kind: 'wait',
      date: '2026-11-24',
    });
  });

  it('is of days where no hours are known', () => {
    const made = { advice: { window: null }, content: { hours: null } };
    const on = (moment: string) => adviceAt(moment, 20, made);
    expect(on('2026-11-20T23:00:00Z')).toMatchObject({ kind: 'wait', date: '2026-11-21' });
    expect(on('2026-11-21T23:00:00Z')).toMatchObject({ kind: 'now', begun: true });
    // Nothing that is left is cheaper than the price now.
    expect(on('2026-11-22T01:00:00Z')).toMatchObject({ kind: 'now', date: '2026-11-24' });
  });
});
