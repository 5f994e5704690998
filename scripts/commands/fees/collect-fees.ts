import { collectRecent } from '@/forecast/history/collect-recent';
import { feeChain } from '@/forecast/history/fee-chain';
import { claimTask } from '@/forecast/training/claim-task';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { waitAsCommand } from '@/platform/time/patience';
import { printError } from '../../provision/print-error';

/** Samples the hours that have passed since the last time. The worker does the same every hour. */
const { id, name } = feeChain();
waitAsCommand();
try {
  const added = await claimTask('collect', id, 0, async () =>
    collectRecent(id, await databaseNow()),
  );
  console.log(
    added === undefined
      ? 'A worker is collecting just now.'
      : `${added} hours of fees of ${name} added.`,
  );
} catch (error) {
  printError(error);
}
await database().$disconnect();
process.exit();
