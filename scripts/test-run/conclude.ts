import { reportAndExit } from '../provision/report-and-exit';
import { stopTools } from '../provision/run-tool';
import { untilStopped } from '../provision/until-stopped';
import { closingLine, NOTHING, type Totals } from './totals';

/**
 * Runs tests to their end and exits: the last line holds how many passed and failed, whatever
 * happened. Ctrl-C ends the tools that are running, too.
 */
export async function conclude(work: () => Promise<Totals>): Promise<never> {
  void untilStopped().then(() => {
    stopTools();
    reportAndExit(new Error('Stopped.'));
  });
  const totals = await work().catch((error: unknown) => {
    console.error(`\n✗ ${error instanceof Error ? error.message : String(error)}`);
    return { ...NOTHING, failed: 1 };
  });
  console.log(`\n${closingLine(totals)}`);
  process.exit(totals.failed === 0 ? 0 : 1);
}
