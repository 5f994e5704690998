import { mkdirSync, rmSync } from 'node:fs';
import { buildApplication } from '../provision/build-application';
import { chromiumPath } from '../provision/chromium';
import { generateCode } from '../provision/generate-code';
import { step } from '../provision/progress';
import { runTool, type ToolResult } from '../provision/run-tool';
import { readHardhat, readPlaywright, readVitest } from './read-results';
import { add, closingLine, judged, NOTHING, type Totals } from './totals';

const RESULTS = '.data/results';

type Say = (text: string) => void;

/** One test runner: what it is called, how it is run, how its result is read. */
interface Runner {
  title: string;
  run: (say: Say) => Promise<ToolResult>;
  read: (output: string) => Totals;
}

const CONTRACTS: Runner = {
  title: 'Contracts (Hardhat)',
  run: (say) => runTool('hardhat', ['test'], { onOutput: say }),
  read: readHardhat,
};

const UNITS: Runner = {
  title: 'Units and integration (Vitest)',
  run: (say) =>
    runTool(
      'vitest',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}/vitest.json`],
      { onOutput: say },
    ),
  read: () => readVitest(`${RESULTS}/vitest.json`),
};

const JOURNEYS: Runner = {
  title: 'Journeys in the browser (Playwright)',
  run: async (say) => {
    await step('Build for tests', () => buildApplication('test'));
    return runTool('playwright', ['test', '--reporter=list,json'], {
      environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: `${RESULTS}/playwright.json` },
      onOutput: say,
    });
  },
  read: () => readPlaywright(`${RESULTS}/playwright.json`),
};

/** Runs one runner; its own failure to run is a failed test, not the end of the others. */
async function runOne({ title, run, read }: Runner, say: Say): Promise<Totals> {
  const began = performance.now();
  say(`\n── ${title}\n`);
  let totals: Totals;
  try {
    const { code, output } = await run(say);
    totals = judged(read(output), code);
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n`);
    totals = { ...NOTHING, failed: 1 };
  }
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  say(`── ${title}: ${closingLine(totals)} in ${seconds} s\n`);
  return totals;
}

const sayNow: Say = (text) => void process.stdout.write(text);

/** Runs the contracts' tests beside the units': the first use one core. Tells of them afterwards. */
async function runSideBySide(): Promise<Totals> {
  const words: string[] = [];
  const [contracts, units] = await Promise.all([
    runOne(CONTRACTS, (text) => words.push(text)),
    runOne(UNITS, sayNow),
  ]);
  sayNow(words.join(''));
  return add(contracts, units);
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
  const totals = await runSideBySide();
  return add(totals, await runOne(JOURNEYS, sayNow));
}
