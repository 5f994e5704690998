import { parseArgs } from 'node:util';
import { backfillHours } from '@/forecast/history/backfill-hours';
import { collectHours } from '@/forecast/history/collect-hours';
import { feeChain } from '@/forecast/history/fee-chain';
import { database } from '@/platform/database/database';
import { waitAsCommand } from '@/platform/time/patience';
import { printError } from '../../provision/print-error';

/** Samples the past, newest first; a run that is stopped is continued by the next one. */
const { values } = parseArgs({ options: { days: { type: 'string', default: '1200' } } });
const days = Number(values.days);
if (!Number.isInteger(days) || days < 1 || days > 4_000) {
  console.error('✗ --days must be a whole number from 1 to 4000');
  process.exit(1);
}
const { id, name } = feeChain();
waitAsCommand();
try {
  const saved = await collectHours(id, backfillHours(new Date(), days), (progress) => {
    process.stdout.write(
      `\r${progress.done} of ${progress.of} hours asked, ${progress.saved} saved`,
    );
  });
  process.stdout.write(`\n${saved} hours of fees of ${name} added.\n`);
} catch (error) {
  process.stdout.write('\n');
  printError(error);
  console.error('  → What was saved stays. Run the same command to go on.');
}
await database().$disconnect();
process.exit();
