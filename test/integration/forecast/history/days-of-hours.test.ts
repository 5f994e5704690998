import { afterEach, describe, expect, it } from 'vitest';
import { importFees } from '@/forecast/history/import-fees';
import { saveHours } from '@/forecast/history/save-hours';
import { simulateFees } from '@/forecast/history/simulate-fees';
import { hourOf } from '@/forecast/hours/hourly-series';
import { database } from '@/platform/database/database';
import { emptyFees } from '../../../support/forecast/fee-forecasts';

const CHAIN = 1;
const DAY = '2026-05-18';

afterEach(emptyFees);

/** Hours of the day, all at one price, as a worker collects them. */
function collected(from: number, until: number, price: number): Promise<void> {
  const first = hourOf(new Date(DAY)) + from;
  const hours = Array.from({ length: until - from }, (_, index) => ({
    hour: first + index,
    price,
    baseLow: price,
    baseMedian: price,
    baseHigh: price,
    priorityFee: 0,
    samples: 20,
  }));
  return saveHours(CHAIN, hours, 'COLLECTED');
}

function importedHours(count: number, price: number): Promise<unknown> {
  const rows = Array.from(
    { length: count },
    (_, hour) => `${DAY}T${String(hour).padStart(2, '0')}:00Z,${price}`,
  );
  return importFees(CHAIN, Buffer.from(['hour,gwei', ...rows].join('\n')));
}

const dayKnown = () =>
  database().feeDay.findUniqueOrThrow({
    where: { chainId_day: { chainId: CHAIN, day: new Date(DAY) } },
  });

describe('a day', () => {
  it('that was imported whole is not replaced by the few hours that a worker catches up', async () => {
    await importFees(CHAIN, Buffer.from(`date,gwei\n${DAY},10\n`));
    await collected(21, 24, 40);
    expect(await dayKnown()).toMatchObject({ price: 10, hours: 24, source: 'IMPORTED' });
    // All of its hours hold it as the file does.
    await collected(0, 21, 40);
    expect(await dayKnown()).toMatchObject({ price: 40, hours: 24, source: 'COLLECTED' });
  });

  it('is the mean of imported and collected hours alike', async () => {
    await importedHours(12, 10);
    await collected(12, 24, 20);
    expect(await dayKnown()).toMatchObject({ price: 15, hours: 24 });
    await importedHours(6, 30);
    expect(await dayKnown()).toMatchObject({ price: 20, hours: 24 });
  });

  it('that was invented gives way to any that was measured, and its hours do not count', async () => {
    await simulateFees(CHAIN, new Date('2026-05-19T09:20:00Z'));
    expect(await dayKnown()).toMatchObject({ hours: 24, source: 'SIMULATED' });
    await collected(0, 8, 12);
    expect(await dayKnown()).toMatchObject({ price: 12, hours: 8, source: 'COLLECTED' });
  });
});
