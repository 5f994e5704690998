import { reportAndExit } from '../provision/report-and-exit';
import { stopTools } from '../provision/run-tool';
import { untilStopped } from '../provision/until-stopped';
import { closingLines, failure, type Totals } from './totals';

/**
 * Runs tests to their end and exits: the failed tests are named at the end, and the last line
 * holds how many passed and failed, whatever happened. Ctrl-C ends the tools that are running, too.
 */
export async function conclude(work: () => Promise<Totals>): Promise<never> {
  void untilStopped().then(() => {
    stopTools();
    reportAndExit(new Error('Stopped.'));
  });
  const totals = await work().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`\n✗ ${reason}`);
    return failure(reason);
  });
  console.log(`\n${closingLines(totals)}`);
  process.exit(totals.failed === 0 ? 0 : 1);
}
