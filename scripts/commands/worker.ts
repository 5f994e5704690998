import { traceIfAsked } from '@/platform/trace-if-asked';
import { runWorker } from '@/worker/run-worker';

const endTracing = await traceIfAsked('medanchor-worker');
await runWorker();
await endTracing();
process.exit(0);
