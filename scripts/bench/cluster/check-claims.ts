import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { enqueueJob } from '@/jobs/enqueue-job';
import { database, inTransaction } from '@/platform/database/database';
import { createPatient } from '../../../test/support/people/factories';
import { runTool } from '../../provision/run-tool';
import type { GaleraCluster } from '../../provision/services/galera';

const JOBS = 60;

const answerSchema = z.object({
  jobs: z.array(z.string()),
  leases: z.array(z.tuple([z.number(), z.number()])),
  locks: z.number(),
});

/** What went wrong when one process on each node claimed the same work; all zero when nothing did. */
export interface ClaimFaults {
  jobsTwice: number;
  jobsNever: number;
  leasesAtOnce: number;
  locksLost: number;
}

/** Lets one process on each node claim the same jobs, the same lease and the same row. No worker may run. */
export async function checkClaims(
  cluster: GaleraCluster,
  urlOf: (port: number) => string,
): Promise<ClaimFaults> {
  await inTransaction(async (tx) => {
    for (let index = 0; index < JOBS; index += 1) {
      await enqueueJob(tx, 'mail-recovery-news', { recoveryId: randomUUID(), news: 'requested' });
    }
  });
  const { accountId } = (await createPatient()).actor;
  const before = await lockCountOf(accountId);
  const answers = await Promise.all(
    cluster.nodes.map(async ({ port }) => {
      const { code, output } = await runTool(
        'scripts/bench/cluster/claim-worker.ts',
        [`0x${'1'.repeat(40)}`, accountId],
        { environment: { DATABASE_URL: urlOf(port) } },
      );
      if (code !== 0) throw new Error(`A process that claims work failed:\n${output}`);
      return answerSchema.parse(JSON.parse(output.trimEnd().split('\n').at(-1) ?? ''));
    }),
  );
  const jobs = answers.flatMap((answer) => answer.jobs);
  const leases = answers.flatMap((answer) => answer.leases).sort(([a], [b]) => a - b);
  const taken = (await lockCountOf(accountId)) - before;
  return {
    jobsTwice: jobs.length - new Set(jobs).size,
    jobsNever: JOBS - new Set(jobs).size,
    leasesAtOnce: leases.filter(([from], index) => from < (leases[index - 1]?.[1] ?? 0)).length,
    locksLost: answers.reduce((sum, { locks }) => sum + locks, 0) - taken,
  };
}

async function lockCountOf(accountId: string): Promise<number> {
  const { lockCount } = await database().account.findUniqueOrThrow({ where: { id: accountId } });
  return lockCount;
}
