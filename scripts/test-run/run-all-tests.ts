import { mkdirSync, rmSync } from 'node:fs';
import { buildApplication } from '../provision/build-application';
import { installChromium } from '../provision/chromium';
import { generateCode } from '../provision/generate-code';
import { step, stepBeside } from '../provision/progress';
import { runTool, type ToolResult } from '../provision/run-tool';
import { failedFiles, readHardhat, readPlaywright, readVitest } from './read-results';
import { add, countsOf, failure, withExitCode, NOTHING, type Totals } from './totals';

const RESULTS = '.data/results';

type Print = (text: string) => unknown;

/** One test runner: what it is called, how it is run, how its result is read. */
interface Runner {
  title: string;
  run: (print: Print) => Promise<ToolResult>;
  read: (output: string) => Totals;
}

const CONTRACTS: Runner = {
  title: 'Contracts (Hardhat)',
  run: (print) => runTool('hardhat', ['test'], { onOutput: print }),
  read: readHardhat,
};

const VITEST = `${RESULTS}/vitest.json`;
const VITEST_AGAIN = `${RESULTS}/vitest-again.json`;

/** More failed files than these are no accident. */
const TRIED_AGAIN = 5;

function runVitest(
  print: Print,
  report: string,
  files: readonly string[] = [],
): Promise<ToolResult> {
  return runTool(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...files],
    { onOutput: print },
  );
}

const UNITS: Runner = {
  title: 'Units and integration (Vitest)',
  // A file that failed once is run once more: on a busy machine a wait may be too short. What passes
  // only then is named at the end, to be mended.
  run: async (print) => {
    const first = await runVitest(print, VITEST);
    const files = failedFiles(VITEST);
    if (files.length === 0 || files.length > TRIED_AGAIN) return first;
    print(`\n── Once more: ${files.join(', ')}\n`);
    return runVitest(print, VITEST_AGAIN, files);
  },
  read: () => readVitest(VITEST, VITEST_AGAIN),
};

/** A run of some projects of Playwright on a system of its own. */
function browserRunner(title: string, name: string, projects: readonly string[]): Runner {
  const report = `${RESULTS}/${name}.json`;
  return {
    title,
    run: (print) =>
      runTool(
        'playwright',
        [
          'test',
          '--retries=1',
          '--reporter=list,json',
          ...projects.map((project) => `--project=${project}`),
        ],
        {
          environment: {
            PLAYWRIGHT_JSON_OUTPUT_FILE: report,
            E2E_SYSTEMS: '2',
            E2E_RESULTS: `.data/test-results/${name}`,
          },
          onOutput: print,
        },
      ),
    read: () => readPlaywright(report),
  };
}

const JOURNEYS = browserRunner('Journeys in the browser (Playwright)', 'journeys', [
  'long journeys',
  'journeys',
]);

/** These take services away, or let weeks pass: on a system of their own they need not wait for the others. */
const OUTAGES = browserRunner('Outages and weeks in the browser (Playwright)', 'outages', [
  'outages',
  'weeks',
]);

/** Runs one runner; its own failure to run is a failed test, not the end of the others. */
async function runOne({ title, run, read }: Runner, print: Print): Promise<Totals> {
  const began = performance.now();
  print(`\n── ${title}\n`);
  let totals: Totals;
  try {
    const { code, output } = await run(print);
    totals = withExitCode(read(output), code, title);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    print(`${reason}\n`);
    totals = failure(`${title}: ${reason}`);
  }
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  print(`── ${title}: ${countsOf(totals)} in ${seconds} s\n`);
  return totals;
}

const printNow: Print = (text) => void process.stdout.write(text);

/** Runs one runner and shows its output as it comes; the outputs of those beside it follow when all have ended. */
async function runSideBySide(shown: Runner, ...others: Runner[]): Promise<Totals> {
  const words = others.map((): string[] => []);
  const totals = await Promise.all([
    runOne(shown, printNow),
    ...others.map((runner, index) => runOne(runner, (text) => words[index]?.push(text))),
  ]);
  printNow(words.flat().join(''));
  return totals.reduce(add);
}

/**
 * Provisions what is missing and runs every test there is.
 * @throws ProvisionError or Error when the tests cannot even begin.
 */
export async function runAllTests(): Promise<Totals> {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  await step('Chromium', installChromium);
  await step('Generated code', generateCode);
  // The contracts' tests use one core, and the build waits for nothing that the units test.
  const [totals, built] = await Promise.all([
    runSideBySide(UNITS, CONTRACTS),
    stepBeside('Build for tests', () => buildApplication('test')).then(
      () => NOTHING,
      (error: unknown) => {
        printNow(`${error instanceof Error ? error.message : String(error)}\n`);
        return failure('The build for the tests in the browser failed.');
      },
    ),
  ]);
  const journeys = built.failed === 0 ? await runSideBySide(JOURNEYS, OUTAGES) : built;
  return add(totals, journeys);
}
