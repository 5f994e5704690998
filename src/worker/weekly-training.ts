import { setPriority } from 'node:os';
import { feeChain } from '@/forecast/history/fee-chain';
import { claimTraining } from '@/forecast/training/claim-training';
import { TRAIN_EVERY_MS } from '@/forecast/training/is-training-due';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/** Process in which the worker trains the fee model. An error ends it with an exit code that is not 0. */
const LOWEST = 19;
// Its children inherit it: requests of people go first.
setPriority(LOWEST);
// Without the worker the result is never read. The training processes notice the end of this one in the same way.
process.once('disconnect', () => process.exit(1));
await claimTraining(feeChain().id, TRAIN_EVERY_MS, await databaseNow());
await database().$disconnect();
process.exit();
