import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../series/day';
import { chooseHours, type ChoiceInput } from './choose-hours';
import { withNextSunday } from './with-next-sunday';

const WEDNESDAY = parseDay('2024-05-15');
/** Six o'clock is the bottom of the night. */
const PROFILE = Float64Array.from({ length: 24 }, (_, hour) => 0.7 + 0.05 * Math.abs(hour - 6));

function given(prices: number[], more: Partial<ChoiceInput> = {}): ChoiceInput {
  return {
    firstDay: WEDNESDAY,
    days: prices.map((price, day) => ({
      date: formatDay((more.firstDay ?? WEDNESDAY) + day),
      point: price,
      low: price * 0.8,
      high: price * 1.2,
    })),
    mid: prices.map((price) => Math.log(price)),
    rule: 'sunday',
    advised: 4,
    now: WEDNESDAY * 24 + 9,
    profile: undefined,
    ...more,
  };
}

describe('the chosen hours', () => {
  it('are Sunday by the simple rule', () => {
    expect(chooseHours(given([20, 20, 20, 18, 15, 20, 20]))).toEqual({
      date: '2024-05-19',
      window: null,
      rule: 'sunday',
    });
  });

  it('names four hours around the cheapest', () => {
    const advice = chooseHours(given([20, 20, 20, 18, 15, 20, 20], { profile: PROFILE }));
    expect(advice.window).toEqual({
      from: '2024-05-19T04:00:00.000Z',
      until: '2024-05-19T08:00:00.000Z',
      best: '2024-05-19T06:00:00.000Z',
    });
  });

  it('are of any other day that was chosen', () => {
    const prices = [20, 17, 20, 20, 18, 20, 20];
    expect(chooseHours(given(prices)).date).toBe('2024-05-19');
    expect(chooseHours(given(prices, { advised: 1, rule: 'model' })).date).toBe('2024-05-16');
  });

  it('names no hours that are over', () => {
    const tooLate = { advised: 0, now: WEDNESDAY * 24 + 9, profile: PROFILE };
    expect(chooseHours(given([10, 20, 20, 20, 20, 12, 20], tooLate)).date).toBe('2024-05-20');
  });
});

describe('on a Sunday', () => {
  const SUNDAY = parseDay('2024-05-19');
  const onSunday = (hour: number, more: Partial<ChoiceInput> = {}) =>
    given([10, 20, 20, 20, 20, 20, 16], {
      firstDay: SUNDAY,
      advised: 0,
      profile: PROFILE,
      now: SUNDAY * 24 + hour,
      ...more,
    });

  it('is today while its hours last', () => {
    const input = onSunday(6);
    expect(withNextSunday(input)).toBe(input);
    expect(chooseHours(withNextSunday(input)).date).toBe(input.days[0]?.date);
  });

  it('is the next Sunday when they are over, as unsure as the seventh day', () => {
    const input = withNextSunday(onSunday(9));
    expect(input.days).toHaveLength(8);
    const next = input.days.at(-1);
    expect(next?.point).toBe(10);
    expect((next?.high ?? 0) / (next?.low ?? 1)).toBeCloseTo(1.2 / 0.8);
    expect(chooseHours(input)).toMatchObject({
      date: '2024-05-26',
      window: { from: '2024-05-26T04:00:00.000Z' },
      rule: 'sunday',
    });
  });

  it('is not stretched where the model is trusted', () => {
    const input = onSunday(9, { rule: 'model' });
    expect(withNextSunday(input)).toBe(input);
  });
});
