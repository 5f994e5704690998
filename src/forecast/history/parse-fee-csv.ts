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
  /** Rows of zero that were left out: days before the chain's first transaction. */
  skipped: number;
  errors: RowError[];
}

/** The headings that we read, in lower case. */
const TIME_HEADINGS = ['date(utc)', 'date', 'hour', 'timestamp', 'day'];
/** Any other heading that ends in a unit is taken, if it is the only one. */
const PRICE_HEADINGS = ['value (wei)', 'gwei', 'avg_gas_price_gwei'];
const NO_HEADING = 'no heading of a date and of a price';

/**
 * Reads fees from a CSV with headings: Etherscan's daily export (`"Date(UTC)","UnixTimeStamp",
 * "Value (Wei)"`), a plain `date,gwei`, `hour,avg_gas_price_gwei`, or another time with a price whose
 * heading ends in wei or gwei. Zeros before the first price are left out, later ones are bad rows.
 * @returns every good row, and what is wrong with every other, by line of the file.
 */
export function parseFeeCsv(text: string): ParsedFees {
  const errors: RowError[] = [];
  const found = records(text, errors);
  if (!found[0]) return { rows: [], skipped: 0, errors };
  const columns = columnsOf(Object.keys(found[0].record));
  if (typeof columns === 'string') {
    return { rows: [], skipped: 0, errors: [{ line: 1, reason: columns }] };
  }
  const seen = new Map<number, number>();
  const rows: FeeRow[] = [];
  const zeros: { time: number; line: number }[] = [];
  for (const { record, info } of found) {
    const row = readRow(record, columns);
    if (typeof row === 'string') errors.push({ line: info.lines, reason: row });
    else if (row.gwei === 0) zeros.push({ time: row.time, line: info.lines });
    else if (seen.has(row.time)) {
      const reason = `the same time as line ${seen.get(row.time) ?? 0}`;
      errors.push({ line: info.lines, reason });
    } else {
      seen.set(row.time, info.lines);
      rows.push(row);
    }
  }
  rows.sort((a, b) => a.time - b.time);
  const first = rows[0]?.time ?? -Infinity;
  const late = zeros.filter(({ time }) => time >= first);
  errors.push(...late.map(({ line }) => ({ line, reason: 'a price of zero' })));
  errors.sort((a, b) => a.line - b.line);
  return { rows, skipped: zeros.length - late.length, errors };
}

interface Columns {
  time: string;
  price: string;
  /** What one unit of the price is in gwei. */
  unit: number;
}

/** @returns the headings to read, or what is wrong with them. */
function columnsOf(headings: readonly string[]): Columns | string {
  const time = TIME_HEADINGS.find((name) => headings.includes(name));
  const known = PRICE_HEADINGS.find((name) => headings.includes(name));
  const ending = headings.filter((name) => /wei\)?$/.test(name));
  const price = known ?? ending[0];
  if (time === undefined || price === undefined) return NO_HEADING;
  if (known === undefined && ending.length > 1) {
    return `more than one heading of a price: ${ending.join(', ').slice(0, 80)}`;
  }
  return { time, price, unit: /gwei\)?$/.test(price) ? 1 : 1 / WEI_PER_GWEI };
}

interface CsvRecord {
  record: Record<string, string>;
  info: { lines: number };
}

function records(text: string, errors: RowError[]): CsvRecord[] {
  try {
    return parse<CsvRecord>(text, {
      columns: (headings: string[]) => headings.map((heading) => heading.toLowerCase()),
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

/** @returns the row, of which the price may be zero, or what is wrong with it. */
function readRow(record: CsvRecord['record'], columns: Columns): FeeRow | string {
  const time = record[columns.time] ?? '';
  const price = record[columns.price] ?? '';
  const ms = readTime(time);
  if (ms === undefined) return `not a date: ${time.slice(0, 40)}`;
  const gwei = price === '' ? Number.NaN : Number(price) * columns.unit;
  if (!Number.isFinite(gwei) || gwei < 0) return `not a price: ${price.slice(0, 40)}`;
  if (gwei > MOST_GWEI) return `not a price in the unit of this column: ${price.slice(0, 40)}`;
  return { time: ms, gwei };
}

/** `2024-05-18`, `2022-04-26T13:00Z`, `2022-04-26 13:00:00.000+00:00`, or Etherscan's `5/18/2024`. */
function readTime(text: string): number | undefined {
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const iso = us
    ? `${us[3] ?? ''}-${(us[1] ?? '').padStart(2, '0')}-${(us[2] ?? '').padStart(2, '0')}`
    : text;
  const [, date = '', hour = '00'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):00(?::00(?:\.0+)?)?(?:Z|\+00:00| UTC)?)?$/i.exec(iso) ?? [];
  if (Number(hour) > 23) return undefined;
  try {
    return parseDay(date) * 24 * HOUR_MS + Number(hour) * HOUR_MS;
  } catch {
    return undefined;
  }
}
