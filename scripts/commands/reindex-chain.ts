import { parseArgs } from 'node:util';
import { database } from '@/platform/database/database';
import { waitAsCommand } from '@/platform/time/patience';
import { reindexChain } from '@/registry/follower/reindex-chain';
import { chainHandlers } from '../../src/worker/chain-handlers';

const { values } = parseArgs({
  options: { 'forget-final-blocks': { type: 'boolean', default: false } },
});

/** Rebuilds the index of the chain's public bytes, and applies what of the chain was missed. */
waitAsCommand();
const started = Date.now();
const events = await reindexChain(
  chainHandlers,
  ({ block, of, events }) => {
    process.stdout.write(`\rBlock ${block} of ${of}, ${events} events`);
  },
  { forgetFinalBlocks: values['forget-final-blocks'] },
);
const seconds = Math.round((Date.now() - started) / 1_000);
process.stdout.write(`\nThe index is rebuilt from ${events} events in ${seconds} s.\n`);
await database().$disconnect();
process.exit(0);
