/**
 * Measures the worker: events that the follower applies in a second of processor time, one by one and in batches;
 * mails in a second, to a server 100 ms away, by how many are sent at once; requests to the node for 10,000 blocks: `npm run bench:worker`.
 * The last line is one JSON object.
 */
import { startDelayLine } from './delay-line';
import { runOnScratchSystem } from './run-on-scratch-system';

/** To a mail server that is not on the same machine. */
const SMTP_ROUND_TRIP_MS = 100;

await runOnScratchSystem('bench-worker', 'scripts/bench/worker/measure-worker.ts', {
  wayToMail: async (smtpUrl) => {
    const smtp = new URL(smtpUrl);
    smtp.port = String((await startDelayLine(Number(smtp.port), SMTP_ROUND_TRIP_MS)).port);
    return smtp.href;
  },
});
// The delay line still listens.
process.exit();
