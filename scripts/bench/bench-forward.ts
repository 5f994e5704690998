/**
 * Measures the sending of a report through the application's route, beside the bare work in it (one PDF rendered, one
 * object stored) and beside a PDF of the same report printed by a warm Chromium: `npm run bench:forward`, with
 * `-- --sends 20` for a small run. The last line is one JSON object.
 */
import { runOnScratchSystem } from './run-on-scratch-system';

await runOnScratchSystem('bench-forward', 'scripts/bench/forward/measure-forward.ts', {
  withApplication: true,
});
