import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { NOTHING, type Totals } from './totals';

const vitestSchema = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
  })
  .transform((it) => ({
    passed: it.numPassedTests,
    failed: it.numFailedTests,
    skipped: it.numPendingTests + it.numTodoTests,
  }));

const playwrightSchema = z
  .object({
    stats: z.object({
      expected: z.number(),
      unexpected: z.number(),
      flaky: z.number(),
      skipped: z.number(),
    }),
  })
  .transform(({ stats }) => ({
    // A test that only sometimes passes has failed.
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));

function read(file: string, schema: z.ZodType<Totals>): Totals {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : NOTHING;
}

/** Totals of Vitest's JSON report; nothing when it crashed before it wrote one. */
export function readVitest(file: string): Totals {
  return read(file, vitestSchema);
}

/** Totals of Playwright's JSON report; nothing when it crashed before it wrote one. */
export function readPlaywright(file: string): Totals {
  return read(file, playwrightSchema);
}

/** Totals of Hardhat's output, which has no other form: `132 passing (…)`, `1 failing`. */
export function readHardhat(output: string): Totals {
  const count = (word: string) =>
    Number(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'm').exec(output)?.[1] ?? 0);
  return { passed: count('passing'), failed: count('failing'), skipped: count('skipped') };
}
