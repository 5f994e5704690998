import { runWorker } from '@/worker/run-worker';

await runWorker();
process.exit(0);
