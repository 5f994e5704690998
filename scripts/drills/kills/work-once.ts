/** Does, in a process of its own that may be killed, what workers do until nothing is due: jobs, exports, erasures. */
import { eraseDue } from '@/interop/erasure/erase-due';
import { makeExports } from '@/interop/exports/make-exports';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { database } from '@/platform/database/database';
import { jobHandlers } from '../../../src/worker/job-handlers';

const { signal } = new AbortController();
while (await eraseDue(signal));
while (await makeExports(signal));
while ((await runDueJobs(jobHandlers)) > 0);
await database().$disconnect();
process.exit();
