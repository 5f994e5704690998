import { database } from '@/platform/database';
import { runInBackground } from '@/platform/patience';
import { reindexChain } from '@/registry/reindex-chain';

/** Rebuilds the index of the chain's public bytes from the chain alone. */
runInBackground();
const started = Date.now();
const events = await reindexChain(({ block, of, events }) => {
  process.stdout.write(`\rBlock ${block} of ${of}, ${events} events`);
});
const seconds = Math.round((Date.now() - started) / 1_000);
process.stdout.write(`\nThe index is rebuilt from ${events} events in ${seconds} s.\n`);
await database().$disconnect();
process.exit(0);
