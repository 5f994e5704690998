import { setPriority } from 'node:os';
import { feeChain } from '@/forecast/history/fee-chain';
import { claimTraining } from '@/forecast/training/claim-training';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS } from '@/platform/time/durations';
import { printError } from '../provision/print-error';

/** Trains a version of the fee model now. The worker starts it in a process of its own, weekly. */
const LOWEST = 19;
const WEEK_MS = 7 * DAY_MS;
const weekly = process.argv.includes('--weekly');
// Its children inherit it: whatever a person waits for goes first.
if (weekly) setPriority(LOWEST);
// Started by the worker: without it the result is never read. Its own children notice its end in the same way.
process.once('disconnect', () => process.exit(1));
const { id } = feeChain();
try {
  const training = await claimTraining(id, weekly ? WEEK_MS : 0, await databaseNow());
  if (training === undefined) console.log('Another worker trains just now, or did so this week.');
  else if (!training.trained) console.log('There is too little history to learn from.');
  else {
    const verdict = training.accepted ? 'in use' : 'not better than the one before: kept unused';
    console.log(`Version ${training.version}: ${verdict}.`);
    console.log(JSON.stringify(training.card, undefined, 2));
  }
} catch (error) {
  printError(error);
}
await database().$disconnect();
process.exit();
