import { buildApplication } from './provision/build-application';
import { generateCode } from './provision/generate-code';
import { step } from './provision/progress';
import { mustRun } from './provision/run-tool';
import { conclude } from './test-run/conclude';
import { runAllTests } from './test-run/run-all-tests';
import { add, NOTHING, type Totals } from './test-run/totals';

/** What must hold beside the tests; each that does not counts as one failure. */
const CHECKS: readonly [title: string, check: () => Promise<unknown>][] = [
  ['Generated code', generateCode],
  ['Format', () => mustRun('prettier', ['--check', '.'])],
  ['Lint', () => mustRun('eslint', ['.', '--max-warnings=0'])],
  ['Types', () => mustRun('tsc', ['--noEmit'])],
  ['Production build', () => buildApplication('production')],
];

async function failedChecks(): Promise<Totals> {
  let failed = 0;
  for (const [title, check] of CHECKS) {
    try {
      await step(title, check);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      failed += 1;
    }
  }
  return { ...NOTHING, failed };
}

/** The one gate: every check, then every test. */
await conclude(async () => add(await failedChecks(), await runAllTests()));
