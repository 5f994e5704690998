/**
 * Measures what a guest's opening costs, beside a viewer that looks for the present permission in the logs of the
 * chain since the contract was deployed: `npm run bench:guest`. The last line is one JSON object.
 */
import { startLongChain } from './guest/start-long-chain';
import { runOnScratchSystem } from './run-on-scratch-system';

/** Of a year there would be 2.6 million on Ethereum. */
const BLOCKS = 50_000;

const past = await startLongChain(BLOCKS);
await runOnScratchSystem('bench-guest', 'scripts/bench/guest/measure-openings.ts', {
  chainPast: past.url,
});
await past.stop();
// Hardhat keeps connections open.
process.exit();
