import { feeChain } from '@/forecast/history/fee-chain';
import { claimTraining } from '@/forecast/training/claim-training';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { printError } from '../provision/print-error';

/** Trains a version of the fee model now, however recently a worker did. */
try {
  const training = await claimTraining(feeChain().id, 0, await databaseNow());
  if (training === undefined) console.log('A worker is training now.');
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
