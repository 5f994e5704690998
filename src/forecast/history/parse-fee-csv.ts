import { parse } from 'csv-parse/sync';
import { parseDay } from '../series/day';

const HOUR_MS = 3_600_000;
const WEI_PER_GWEI = 1e9;
/** No day on any chain we know was dearer; above it a column was mistaken. */
const MOST_GWEI = 1_000_000;

/** One row: a UTC hour (or midnight of a day) and its mean price. */
export interface FeeRow {
  /** Milliseconds since 1970. */
  time: number;
  gwei: number;
}

export interface RowError {
  line: number;
  reason: string;
}

export interface ParsedFees {
  rows: FeeRow[];
  errors: RowError[];
}

/** The headings that we read, and what one unit of the price is in gwei. */
const TIME_COLUMNS = ['Date(UTC)', 'date', 'hour'];
const PRICE_COLUMNS: Readonly<Record<string, number>> = {
  'Value (Wei)': 1 / WEI_PER_GWEI,
  gwei: 1,
  avg_gas_price_gwei: 1,
};

/**
 * Reads fees from a CSV with headings: Etherscan's daily export (`"Date(UTC)","UnixTimeStamp",
 * "Value (Wei)"`), a plain `date,gwei`, or `hour,avg_gas_price_gwei`.
 * @returns every good row, and what is wrong with every other, by line of the file.
 */
export function parseFeeCsv(text: string): ParsedFees {
  const rows: FeeRow[] = [];
  const errors: RowError[] = [];
  const seen = new Map<number, number>();
  let columns: { time: string; price: string } | undefined;
  for (const { record, info } of records(text, errors)) {
    columns ??= {
      time: TIME_COLUMNS.find((name) => name in record) ?? '',
      price: Object.keys(PRICE_COLUMNS).find((name) => name in record) ?? '',
    };
    if (columns.time === '' || columns.price === '') {
      return { rows: [], errors: [{ line: 1, reason: 'no heading of a date and of a price' }] };
    }
    const row = readRow(record[columns.time] ?? '', record[columns.price] ?? '', columns.price);
    const reason =
      typeof row === 'string'
        ? row
        : seen.has(row.time)
          ? `the same time as line ${seen.get(row.time) ?? 0}`
          : undefined;
    if (typeof row === 'string' || reason !== undefined) {
      errors.push({ line: info.lines, reason: reason ?? '' });
      continue;
    }
    seen.set(row.time, info.lines);
    rows.push(row);
  }
  return { rows: rows.toSorted((a, b) => a.time - b.time), errors };
}

interface CsvRecord {
  record: Record<string, string>;
  info: { lines: number };
}

function records(text: string, errors: RowError[]): CsvRecord[] {
  try {
    return parse<CsvRecord>(text, {
      columns: true,
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count_more: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        errors.push({
          line: Number(error?.['lines'] ?? 0),
          reason: error?.message ?? 'unreadable',
        });
      },
    });
  } catch (cause) {
    errors.push({ line: 1, reason: cause instanceof Error ? cause.message : 'unreadable' });
    return [];
  }
}

/** @returns the row, or what is wrong with it. */
function readRow(time: string, price: string, column: string): FeeRow | string {
  const ms = readTime(time);
  if (ms === undefined) return `not a date: ${time.slice(0, 40)}`;
  const gwei = price === '' ? Number.NaN : Number(price) * (PRICE_COLUMNS[column] ?? 1);
  if (!Number.isFinite(gwei) || gwei < 0) return `not a price: ${price.slice(0, 40)}`;
  if (gwei === 0) return 'a price of zero';
  if (gwei > MOST_GWEI) return `not a price in the unit of this column: ${price.slice(0, 40)}`;
  return { time: ms, gwei };
}

/** `2024-05-18`, `2022-04-26T13:00Z`, or Etherscan's `5/18/2024`. */
function readTime(text: string): number | undefined {
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const iso = us
    ? `${us[3] ?? ''}-${(us[1] ?? '').padStart(2, '0')}-${(us[2] ?? '').padStart(2, '0')}`
    : text;
  const [, date = '', hour = '00'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):00(?::00)?Z?)?$/.exec(iso) ?? [];
  if (Number(hour) > 23) return undefined;
  try {
    return parseDay(date) * 24 * HOUR_MS + Number(hour) * HOUR_MS;
  } catch {
    return undefined;
  }
}
