import { buildApplication } from '../provision/build-application';
import { generateCode } from '../provision/generate-code';
import { stepBeside } from '../provision/progress';
import { mustRun } from '../provision/run-tool';
import { conclude } from '../test-run/conclude';
import { runAllTests } from '../test-run/run-all-tests';
import { add, failure, NOTHING, type Totals } from '../test-run/totals';

type Check = readonly [title: string, check: () => Promise<unknown>];

/** The others read what it makes. */
const GENERATED: Check = ['Generated code', generateCode];
/**
 * What must hold beside the tests; each that does not counts as one failure. Each uses one core, but for the
 * build: so two lanes run side by side, of about the same length.
 */
const LANES: readonly (readonly Check[])[] = [
  [
    ['Lint', () => mustRun('eslint', ['.', '--max-warnings=0'])],
    ['Format', () => mustRun('prettier', ['--check', '.'])],
  ],
  [
    // The build whose pages the browser then walks; one for production differs in the demo wallet alone.
    ['Build for tests', () => buildApplication('test')],
    ['Types', checkTypes],
  ],
];

/** A build checks no types itself, and writes those of the routes to a folder of its own. */
async function checkTypes(): Promise<void> {
  await mustRun('next', ['typegen']);
  await mustRun('tsc', ['--noEmit']);
}

async function failedChecks(): Promise<Totals> {
  const first = await failedOf([GENERATED]);
  const lanes = await Promise.all(LANES.map(failedOf));
  return [first, ...lanes].reduce(add);
}

/** Runs checks one after another. */
async function failedOf(checks: readonly Check[]): Promise<Totals> {
  let totals = NOTHING;
  for (const [title, check] of checks) {
    try {
      await stepBeside(title, check);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      totals = add(totals, failure(title));
    }
  }
  return totals;
}

/** The one gate: every check, then every test. */
await conclude(async () => add(await failedChecks(), await runAllTests()));
