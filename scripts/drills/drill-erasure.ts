/**
 * Erases made patients while workers are killed again and again, checks every receipt, and searches a dump of the database,
 * every object, the chain and the workers' logs for their names, addresses and words. Then restores a backup from before
 * the erasures, of which the keys of persons are deleted already, and tries to open everything:
 * `npm run drill:erasure`, with `-- --patients 20` for fewer than 200. The last line is one JSON object; the exit code is 1 when anything was found or opened.
 */
import { runOnScratchSystem } from '../bench/run-on-scratch-system';

await runOnScratchSystem('drill-erasure', 'scripts/drills/erasure/run-drill.ts');
process.exit();
