import { database } from '@/platform/database';
import { runInBackground } from '@/platform/patience';
import { reindexChain } from '@/registry/reindex-chain';
import { chainHandlers } from './worker/chain-handlers';

/** Rebuilds the index of the chain's public bytes, and applies what of the chain was missed. */
runInBackground();
const started = Date.now();
const events = await reindexChain(chainHandlers, ({ block, of, events }) => {
  process.stdout.write(`\rBlock ${block} of ${of}, ${events} events`);
});
const seconds = Math.round((Date.now() - started) / 1_000);
process.stdout.write(`\nThe index is rebuilt from ${events} events in ${seconds} s.\n`);
await database().$disconnect();
process.exit(0);
