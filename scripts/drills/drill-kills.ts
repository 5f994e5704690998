/**
 * Kills a worker (SIGKILL) at each write of an object and at each commit, once before the service has it and once before
 * its answer comes, in the re-wrapping of a recovery kit, an export and an erasure; another worker then does the rest:
 * `npm run drill:kills`, or a part with `-- --only erasure`. The last line is one JSON object; the exit code is 1 when anything was half done or lost.
 */
import { runOnScratchSystem } from '../bench/run-on-scratch-system';

await runOnScratchSystem('drill-kills', 'scripts/drills/kills/run-drill.ts');
process.exit();
