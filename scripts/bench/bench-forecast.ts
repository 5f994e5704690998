import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hourOf, toHourlySeries } from '@/forecast/hours/hourly-series';
import { parseFeeCsv, type FeeRow } from '@/forecast/history/parse-fee-csv';
import { MODEL_NAMES, runBacktest } from '@/forecast/backtest/run-backtest';
import { runHourlyBacktest } from '@/forecast/backtest/run-hourly-backtest';
import { weightsCache } from '@/forecast/backtest/weights-cache';
import { toDailySeries } from '@/forecast/series/daily-series';
import { parseDay } from '@/forecast/series/day';
import { DAY_MS } from '@/platform/time/durations';
import { printScores } from './print-scores';

const HOURS_PER_DAY = 24;
const USAGE = `npm run bench:forecast -- --csv FILE --from YYYY-MM-DD --to YYYY-MM-DD [--models a,b] [--json]
npm run bench:forecast -- --hourly FILE [--from YYYY-MM-DD --to YYYY-MM-DD] [--json]
  models: ${MODEL_NAMES.join(', ')}`;

/** What to backtest. */
interface Question {
  from?: string | undefined;
  to?: string | undefined;
  models: string;
}

/** Backtests every model on the days, or hours, between two dates; progress goes to stderr. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      csv: { type: 'string' },
      hourly: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      models: { type: 'string', default: MODEL_NAMES.join(',') },
      json: { type: 'boolean', default: false },
    },
  });
  const result =
    values.hourly === undefined
      ? await backtestDays(readRows(values.csv), values)
      : backtestHours(readRows(values.hourly), values);
  printScores(result.models);
  if (values.json) {
    console.log(JSON.stringify({ from: values.from, to: values.to, ...result }));
  }
}

function readRows(file: string | undefined): FeeRow[] {
  if (file === undefined) throw new RangeError(USAGE);
  const { rows, errors } = parseFeeCsv(readFileSync(file, 'utf8'));
  for (const { line, reason } of errors) console.error(`line ${line} left out: ${reason}`);
  return rows;
}

async function backtestDays(rows: readonly FeeRow[], { from, to, models }: Question) {
  if (from === undefined || to === undefined) throw new RangeError(USAGE);
  const names = models.split(',');
  const unknown = names.filter((name) => !MODEL_NAMES.includes(name));
  if (unknown.length > 0) throw new RangeError(`unknown: ${unknown.join(', ')}\n${USAGE}`);
  const series = toDailySeries(rows.map(({ time, gwei }) => ({ day: time / DAY_MS, gwei })));
  return runBacktest(
    series,
    { from: parseDay(from) - series.firstDay, to: parseDay(to) - series.firstDay },
    {
      names,
      cache: weightsCache('.data/forecast-bench'),
      onProgress: (line) => console.error(line),
    },
  );
}

function backtestHours(rows: readonly FeeRow[], { from, to }: Question) {
  const series = toHourlySeries(
    rows.map(({ time, gwei }) => ({ hour: hourOf(new Date(time)), gwei })),
  );
  return runHourlyBacktest(series, {
    from: from === undefined ? 0 : parseDay(from) * HOURS_PER_DAY - series.firstHour,
    to:
      to === undefined
        ? series.gwei.length
        : (parseDay(to) + 1) * HOURS_PER_DAY - 1 - series.firstHour,
  });
}

await main().catch((error: unknown) => {
  console.error(error instanceof RangeError ? `✗ ${error.message}` : error);
  process.exitCode = 1;
});
