/** One of several processes that claim the same work, each on a database of its own. Its answer is one JSON line. */
import { setTimeout } from 'node:timers/promises';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { database, inTransaction } from '@/platform/database/database';
import { withNonceLock } from '@/registry/calls/with-nonce-lock';
import { jobHandlers } from '@/worker/job-handlers';

const LEASES = 8;
const LOCKS = 40;

const [sender = '', accountId = ''] = process.argv.slice(2);
const jobs: string[] = [];
const handlers = {
  ...jobHandlers,
  'mail-recovery-news': (_payload: unknown, job: { id: bigint }) => {
    jobs.push(String(job.id));
    return Promise.resolve();
  },
};

/** Until nothing is due for a while: another process may just have given a job back. */
for (let idle = 0; idle < 3;) {
  idle = (await runDueJobs(handlers)) > 0 ? 0 : idle + 1;
}

const leases: [from: number, until: number][] = [];
for (let turn = 0; turn < LEASES; turn += 1) {
  await withNonceLock(sender, async () => {
    const from = Date.now();
    await setTimeout(20);
    leases.push([from, Date.now()]);
  });
}

for (let turn = 0; turn < LOCKS; turn += 1) {
  await inTransaction(async (tx) => {
    await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${accountId}`;
    const { lockCount } = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    // What it read under the lock it may rely on: a lost update would show.
    await tx.account.update({ where: { id: accountId }, data: { lockCount: lockCount + 1 } });
  });
}
await database().$disconnect();
console.log(JSON.stringify({ jobs, leases, locks: 2 * LOCKS }));
process.exit(0);
