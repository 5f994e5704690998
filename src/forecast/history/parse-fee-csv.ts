import { parse } from 'csv-parse/sync';
import { columnsOf, type FeeColumns } from './fee-columns';
import { agreeOn, readTime, type DateOrder, type TimeReading } from './parse-fee-time';

/** No day on any known chain was more expensive; a higher price means a mistaken column. */
const MOST_GWEI = 1_000_000;
/** Two columns of one price may be rounded differently. */
const ROUNDING = 0.01;
const DELIMITERS = [',', ';', '\t'];

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

/** A row before it is known whether the file writes the month or the day first. */
interface ReadRow {
  line: number;
  readings: TimeReading[];
  gwei: number;
}

/**
 * Reads fees from a CSV with headings, separated by commas, semicolons or tabs: Etherscan's daily export
 * (`"Date(UTC)","UnixTimeStamp","Value (Wei)"`), a plain `date,gwei`, `hour,avg_gas_price_gwei`, or others (see
 * `columnsOf`). Columns with the same content are compared; `1/5/2024` needs another column or another row that
 * shows which number is the month. Zeros before the first price are left out, later ones are bad rows.
 * @param now rows after it are bad
 * @returns every good row, and what is wrong with every other, by line of the file
 */
export function parseFeeCsv(text: string, now = new Date()): ParsedFees {
  const errors: RowError[] = [];
  const found = records(text, errors);
  if (!found[0]) return { rows: [], skipped: 0, errors };
  const columns = columnsOf(Object.keys(found[0].record));
  if (typeof columns === 'string') {
    return { rows: [], skipped: 0, errors: [{ line: 1, reason: columns }] };
  }
  const read: ReadRow[] = [];
  for (const { record, info } of found) {
    const row = readRow(record, columns);
    if (typeof row === 'string') errors.push({ line: info.lines, reason: row });
    else read.push({ line: info.lines, ...row });
  }
  const seen = new Map<number, number>();
  const rows: FeeRow[] = [];
  const zeros: { time: number; line: number }[] = [];
  for (const { line, time, gwei } of settle(read, errors)) {
    if (time > now.getTime()) errors.push({ line, reason: 'in the future' });
    else if (gwei === 0) zeros.push({ time, line });
    else if (seen.has(time)) {
      errors.push({ line, reason: `the same time as line ${seen.get(time) ?? 0}` });
    } else {
      seen.set(time, line);
      rows.push({ time, gwei });
    }
  }
  rows.sort((a, b) => a.time - b.time);
  const first = rows[0]?.time ?? -Infinity;
  const late = zeros.filter(({ time }) => time >= first);
  errors.push(...late.map(({ line }) => ({ line, reason: 'a price of zero' })));
  errors.sort((a, b) => a.line - b.line);
  return { rows, skipped: zeros.length - late.length, errors };
}

/** Gives each row its time. The order of day and month is that of the rows in which only one is possible. */
function settle(read: readonly ReadRow[], errors: RowError[]): (FeeRow & { line: number })[] {
  const certain = read.find(({ readings }) => readings.length === 1 && readings[0]?.order);
  const order: DateOrder | undefined = certain?.readings[0]?.order;
  return read.flatMap(({ line, readings, gwei }) => {
    const fitting = readings.filter((one) => one.order === undefined || one.order === order);
    const [reading] = fitting;
    if (reading) return [{ line, time: reading.time, gwei }];
    const reason =
      order === undefined
        ? 'day and month are ambiguous: write 2024-05-31, or add a column of Unix times'
        : `${order === 'month-first' ? 'the day' : 'the month'} comes first here, unlike in line ${certain?.line ?? 0}`;
    errors.push({ line, reason });
    return [];
  });
}

interface CsvRecord {
  record: Record<string, string>;
  info: { lines: number };
}

function records(text: string, errors: RowError[]): CsvRecord[] {
  try {
    return parse<CsvRecord>(text, {
      columns: true,
      delimiter: delimiterOf(text),
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
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

/** The one that the line of headings has most of. */
function delimiterOf(text: string): string {
  const [headings = ''] = text.trimStart().split(/\r?\n/, 1);
  const count = (delimiter: string): number => headings.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** @returns the row, of which the price may be zero, or what is wrong with it. */
function readRow(record: CsvRecord['record'], columns: FeeColumns): Omit<ReadRow, 'line'> | string {
  const times = columns.times.map((heading) => record[heading] ?? '').filter((cell) => cell !== '');
  const cells = times.map((text) => ({ text, readings: readTime(text) }));
  const unreadable = cells.find(({ readings }) => readings.length === 0);
  if (unreadable || cells.length === 0)
    return `not a date: ${(unreadable?.text ?? '').slice(0, 40)}`;
  const readings = agreeOn(cells.map((cell) => cell.readings));
  if (readings.length === 0) return `not the same time: ${times.join(', ').slice(0, 80)}`;
  const prices = columns.prices.map(({ heading, unit }) => readPrice(record[heading] ?? '', unit));
  const bad = prices.find((price) => typeof price === 'string');
  if (bad !== undefined) return bad;
  const known = prices.filter((price) => typeof price === 'number');
  const [gwei = Number.NaN] = known;
  if (known.some((price) => Math.abs(price - gwei) > ROUNDING * gwei)) {
    return `not the same price: ${columns.prices
      .map(({ heading }) => record[heading])
      .join(', ')
      .slice(0, 80)}`;
  }
  return { readings, gwei };
}

/** @returns gwei, or what is wrong. */
function readPrice(text: string, unit: number): number | string {
  const gwei = text === '' ? Number.NaN : Number(text) * unit;
  if (text.includes(',')) return `not a price, write 4.5 and 1234: ${text.slice(0, 40)}`;
  if (!Number.isFinite(gwei) || gwei < 0) return `not a price: ${text.slice(0, 40)}`;
  if (gwei > MOST_GWEI) return `not a price in the unit of this column: ${text.slice(0, 40)}`;
  return gwei;
}
