/**
 * Measures what a guest's opening costs at a growing length of the chain, beside a viewer that looks for the present
 * permission in the logs of the whole chain: `npm run bench:guest`. The last line is one JSON object.
 */
import { runOnScratchSystem } from './run-on-scratch-system';

await runOnScratchSystem('bench-guest', 'scripts/bench/guest/measure-openings.ts');
