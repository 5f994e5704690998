import { describe, expect, it } from 'vitest';
import { formatDay, formatInstant, formatMoment, isoInZone } from './format-time';
import { t } from '../../../test/support/messages/english';

describe('times in print', () => {
  it('show a day without a zone', () => {
    expect(formatDay('2026-03-04', t)).toBe('4 March 2026');
  });

  it.each([
    ['2026-03-04T09:30:00+02:00', '4 March 2026, 09:30 (UTC+02:00)'],
    ['2026-03-04T09:30+02:00', '4 March 2026, 09:30 (UTC+02:00)'],
    ['2026-03-04T09:30:00.000Z', '4 March 2026, 09:30 (UTC)'],
    ['2026-03-04T00:05:00-09:30', '4 March 2026, 00:05 (UTC-09:30)'],
  ])('show %s as it was written down', (moment, words) => {
    expect(formatMoment(moment, t)).toBe(words);
  });

  it.each([
    ['2026-03-04T07:30:15Z', 'Asia/Nicosia', '2026-03-04T09:30:15+02:00'],
    ['2026-07-04T21:30:15Z', 'Asia/Nicosia', '2026-07-05T00:30:15+03:00'],
    ['2026-03-04T07:30:15Z', 'UTC', '2026-03-04T07:30:15+00:00'],
    ['2026-03-04T07:30:15Z', 'America/New_York', '2026-03-04T02:30:15-05:00'],
  ])('put %s on the clock of %s', (instant, zone, local) => {
    expect(isoInZone(new Date(instant), zone)).toBe(local);
  });

  it('name the zone and its offset', () => {
    const instant = new Date('2026-07-04T21:30:15Z');
    expect(formatInstant(instant, 'Asia/Nicosia', t)).toBe(
      '5 July 2026, 00:30 (Asia/Nicosia, UTC+03:00)',
    );
  });
});
