import { mkdirSync, rmSync } from 'node:fs';
import { buildApplication } from '../provision/build-application';
import { chromiumPath } from '../provision/chromium';
import { generateCode } from '../provision/generate-code';
import { step } from '../provision/progress';
import { runTool, type ToolResult } from '../provision/run-tool';
import { readHardhat, readPlaywright, readVitest } from './read-results';
import { add, closingLine, judged, NOTHING, type Totals } from './totals';

const RESULTS = '.data/results';

/** One test runner: what it is called, how it is run, how its result is read. */
interface Runner {
  title: string;
  run: () => Promise<ToolResult>;
  read: (output: string) => Totals;
}

function streamed(name: string, args: readonly string[], environment = {}): Promise<ToolResult> {
  return runTool(name, args, { environment, onOutput: (text) => process.stdout.write(text) });
}

const RUNNERS: readonly Runner[] = [
  {
    title: 'Contracts (Hardhat)',
    run: () => streamed('hardhat', ['test']),
    read: readHardhat,
  },
  {
    title: 'Units and integration (Vitest)',
    run: () =>
      streamed('vitest', [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${RESULTS}/vitest.json`,
      ]),
    read: () => readVitest(`${RESULTS}/vitest.json`),
  },
  {
    title: 'Journeys in the browser (Playwright)',
    run: async () => {
      await step('Build for tests', () => buildApplication('test'));
      return streamed('playwright', ['test', '--reporter=list,json'], {
        PLAYWRIGHT_JSON_OUTPUT_FILE: `${RESULTS}/playwright.json`,
      });
    },
    read: () => readPlaywright(`${RESULTS}/playwright.json`),
  },
];

/** Runs one runner; its own failure to run is a failed test, not the end of the others. */
async function runOne({ title, run, read }: Runner): Promise<Totals> {
  const began = performance.now();
  console.log(`\n── ${title}`);
  let totals: Totals;
  try {
    const { code, output } = await run();
    totals = judged(read(output), code);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    totals = { ...NOTHING, failed: 1 };
  }
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  console.log(`── ${title}: ${closingLine(totals)} in ${seconds} s`);
  return totals;
}

/**
 * Provisions what is missing and runs every test there is.
 * @throws ProvisionError or Error when the tests cannot even begin.
 */
export async function runAllTests(): Promise<Totals> {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  await step('Chromium', () => void chromiumPath());
  await step('Generated code', generateCode);
  let totals = NOTHING;
  for (const runner of RUNNERS) totals = add(totals, await runOne(runner));
  return totals;
}
