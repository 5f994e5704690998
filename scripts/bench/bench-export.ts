/**
 * Makes the copy that a patient with 2,000 reports takes away, and measures the most memory of the process that makes it,
 * beside that for 20 reports: `npm run bench:export`, with `-- --reports 200` for fewer. The last line is one JSON object.
 */
import { runOnScratchSystem } from './run-on-scratch-system';

await runOnScratchSystem('bench-export', 'scripts/bench/export/measure-export.ts');
process.exit();
