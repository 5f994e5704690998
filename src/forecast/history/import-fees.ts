import { inTransaction } from '@/platform/database/database';
import { DAY_MS } from '@/platform/time/durations';
import { decodeCsv } from './decode-csv';
import { dateOfDay } from './hour-dates';
import { HOURS_PER_DAY, hourOf } from '../hours/hourly-series';
import { parseFeeCsv, type FeeRow, type RowError } from './parse-fee-csv';
import { writeHours } from './save-hours';

const CHUNK = 1_000;
/** Rows of about ten years of days, or of two years of hours. */
const MOST_ROWS = 20_000;

export type ImportResult =
  | {
      imported: number;
      /** Rows of zero before the first price. */
      skipped: number;
      from: Date;
      to: Date;
    }
  | { imported: 0; errors: RowError[] };

/**
 * Takes over a CSV of daily or hourly fees (see `parseFeeCsv`), all of it or nothing; what was known
 * of its days or hours is replaced, but a whole day not by the mean of a few hours.
 * @param file its bytes
 * @returns what is wrong, by line, and imports nothing, if anything is.
 */
export async function importFees(chainId: number, file: Uint8Array): Promise<ImportResult> {
  const text = decodeCsv(file);
  if (text === undefined) {
    return { imported: 0, errors: [{ line: 1, reason: 'neither UTF-8 nor UTF-16 text' }] };
  }
  const { rows, skipped, errors } = parseFeeCsv(text);
  if (errors.length > 0) return { imported: 0, errors };
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return { imported: 0, errors: [{ line: 1, reason: 'no rows' }] };
  if (rows.length > MOST_ROWS) {
    return { imported: 0, errors: [{ line: 1, reason: `more than ${MOST_ROWS} rows` }] };
  }
  const daily = rows.every(({ time }) => time % DAY_MS === 0);
  await (daily ? importDays(chainId, rows) : importHours(chainId, rows));
  return { imported: rows.length, skipped, from: new Date(first.time), to: new Date(last.time) };
}

function importDays(chainId: number, rows: readonly FeeRow[]): Promise<void> {
  return inTransaction(async (tx) => {
    const data = rows.map(({ time, gwei }) => ({
      chainId,
      day: dateOfDay(time / DAY_MS),
      price: gwei,
      hours: HOURS_PER_DAY,
      source: 'IMPORTED' as const,
    }));
    for (let start = 0; start < data.length; start += CHUNK) {
      const chunk = data.slice(start, start + CHUNK);
      await tx.feeDay.deleteMany({ where: { chainId, day: { in: chunk.map(({ day }) => day) } } });
      await tx.feeDay.createMany({ data: chunk });
    }
  });
}

function importHours(chainId: number, rows: readonly FeeRow[]): Promise<void> {
  const hours = rows.map(({ time, gwei }) => ({
    hour: hourOf(new Date(time)),
    price: gwei,
    baseLow: gwei,
    baseMedian: gwei,
    baseHigh: gwei,
    priorityFee: 0,
    samples: 1,
  }));
  return inTransaction(async (tx) => {
    for (let start = 0; start < hours.length; start += CHUNK) {
      await writeHours(tx, chainId, hours.slice(start, start + CHUNK), 'IMPORTED');
    }
  });
}
