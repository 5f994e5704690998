import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseFeeCsv } from '@/forecast/import/parse-fee-csv';
import { MODEL_NAMES, runJudge } from '@/forecast/judge/run-judge';
import { weightsCache } from '@/forecast/judge/weights-cache';
import { toDailySeries } from '@/forecast/series/daily-series';
import { parseDay } from '@/forecast/series/day';
import { printScores } from './bench/print-scores';

const DAY_MS = 86_400_000;
const USAGE = `npm run bench:forecast -- --csv FILE --from YYYY-MM-DD --to YYYY-MM-DD [--models a,b] [--json]
  models: ${MODEL_NAMES.join(', ')}`;

/** Judges every model on the days between two dates; progress goes to stderr. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      csv: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      models: { type: 'string', default: MODEL_NAMES.join(',') },
      json: { type: 'boolean', default: false },
    },
  });
  if (!values.csv || !values.from || !values.to) throw new RangeError(USAGE);
  const names = values.models.split(',');
  const unknown = names.filter((name) => !MODEL_NAMES.includes(name));
  if (unknown.length > 0) throw new RangeError(`unknown: ${unknown.join(', ')}\n${USAGE}`);
  const { rows, errors } = parseFeeCsv(readFileSync(values.csv, 'utf8'));
  for (const { line, reason } of errors) console.error(`line ${line} left out: ${reason}`);
  const series = toDailySeries(rows.map(({ time, gwei }) => ({ day: time / DAY_MS, gwei })));
  const { origins, models } = await runJudge(
    series,
    { from: parseDay(values.from) - series.firstDay, to: parseDay(values.to) - series.firstDay },
    {
      names,
      cache: weightsCache('.data/forecast-bench'),
      say: (line) => console.error(line),
    },
  );
  printScores(models);
  if (values.json) {
    console.log(JSON.stringify({ from: values.from, to: values.to, origins, models }));
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof RangeError ? `✗ ${error.message}` : error);
  process.exitCode = 1;
});
