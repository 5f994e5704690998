import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runHourlyBacktest, scoredWeeks } from '@/forecast/backtest/run-hourly-backtest';
import { runStoppingBacktest } from '@/forecast/backtest/run-stopping-backtest';
import { parseFeeCsv } from '@/forecast/history/parse-fee-csv';
import { hourOf, toHourlySeries } from '@/forecast/hours/hourly-series';
import { mean } from '@/forecast/series/weekday-profile';

const USAGE = 'npm run bench:stopping -- --hourly FILE [--json]';

/** Savings in per cent against a random hour of the next 168; progress goes to stderr. */
function main(): void {
  const { values } = parseArgs({
    options: { hourly: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (values.hourly === undefined) throw new RangeError(USAGE);
  const { rows, errors } = parseFeeCsv(readFileSync(values.hourly, 'utf8'));
  for (const { line, reason } of errors) console.error(`line ${line} left out: ${reason}`);
  const series = toHourlySeries(
    rows.map(({ time, gwei }) => ({ hour: hourOf(new Date(time)), gwei })),
  );
  const span = { from: 0, to: series.gwei.length };
  const { models } = runHourlyBacktest(series, span);
  const weeks = scoredWeeks(series, span);
  const savings = {
    ours: runStoppingBacktest(series, weeks, (line) => console.error(line)),
    advice: models.product?.savingVsRandom ?? Number.NaN,
    nextSundayLearnedHour: models.nextSundayLearnedHour?.savingVsRandom ?? Number.NaN,
    now: 100 * mean(weeks.map((week) => 1 - week.now / week.mean)),
    foresight: models.foresight?.savingVsRandom ?? Number.NaN,
  };
  const rounded = Object.fromEntries(
    Object.entries(savings).map(([name, value]) => [name, Math.round(100 * value) / 100]),
  );
  if (!values.json) console.table(rounded);
  else console.log(JSON.stringify(rounded));
}

try {
  main();
} catch (error) {
  console.error(error instanceof RangeError ? `✗ ${error.message}` : error);
  process.exitCode = 1;
}
