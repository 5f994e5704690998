import { expect, it } from 'vitest';
import { simulateHours } from '@/forecast/history/simulate-hours';
import { HOUR_MS, MINUTE_MS } from '@/platform/time/durations';
import { simulatedBaseFee } from './chain-clock';

const GWEI = 1e9;
/** What anvil advises as a tip, gwei. */
const TIP = 1;
const WEEK = { from: Date.parse('2026-11-22') / HOUR_MS, hours: 7 * 24 };

it('the demo’s chain charges the simulated price of the hour', () => {
  for (const { hour, gwei } of simulateHours(WEEK.from, WEEK.from + WEEK.hours)) {
    const charged = simulatedBaseFee(new Date((hour + 1) * HOUR_MS - 1)) / GWEI + TIP;
    expect(charged).toBeCloseTo(gwei);
  }
});

it('it asks for less than a tip more after eleven minutes, at whatever hour and in whatever market', () => {
  const fees = Array.from({ length: WEEK.hours * 6 }, (_, tenth) =>
    [0, 11].map((minutes) =>
      simulatedBaseFee(new Date(WEEK.from * HOUR_MS + (10 * tenth + minutes) * MINUTE_MS)),
    ),
  );
  const rises = fees.map(([now = 0, later = 0]) => (later - now) / GWEI);
  expect(Math.max(...rises)).toBeLessThan(TIP);
  expect(Math.max(...rises)).toBeGreaterThan(0.3);
});
