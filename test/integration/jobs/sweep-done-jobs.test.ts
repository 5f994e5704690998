import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { enqueueJob } from '@/jobs/enqueue-job';
import { enqueueMany } from '@/jobs/enqueue-many';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { sweepDoneJobs } from '@/jobs/sweep-done-jobs';
import type { JobHandlers } from '@/jobs/job-kinds';
import { database, inTransaction } from '@/platform/database/database';
import { DAY_MS } from '@/platform/time/durations';
import { jobHandlers } from '../../../src/worker/job-handlers';

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const keys = async () =>
  (await database().outboxJob.findMany({ orderBy: { id: 'asc' } })).map(
    ({ dedupeKey }) => dedupeKey,
  );

let mailed: string[];
const handlers: JobHandlers = {
  ...jobHandlers,
  'mail-guest-link': ({ grantId }) => Promise.resolve(void mailed.push(grantId)),
};

beforeEach(async () => {
  mailed = [];
  await database().outboxJob.deleteMany();
  await database().spentJobKey.deleteMany();
});

describe('the sweep of done jobs', () => {
  it('deletes what was done a month ago, and no job that waits or was given up', async () => {
    const old = { kind: 'mail-report-decided', payload: {}, createdAt: inDays(-90) };
    await database().outboxJob.createMany({
      data: [
        { ...old, dedupeKey: 'long done', doneAt: inDays(-31) },
        { ...old, dedupeKey: 'lately done', doneAt: inDays(-29) },
        { ...old, dedupeKey: 'given up', failedAt: inDays(-89) },
        { ...old, dedupeKey: 'waiting', runAfter: inDays(-80) },
      ],
    });
    expect(await sweepDoneJobs()).toBe(false);
    expect(await keys()).toEqual(['lately done', 'given up', 'waiting']);
  });

  it('does not repeat a swept job when the chain is read again', async () => {
    const [swept, other] = [randomUUID(), randomUUID()];
    const link = (grantId: string) => ({ payload: { grantId }, dedupeKey: `link:${grantId}` });
    const queueOne = (grantId: string) =>
      inTransaction((tx) => {
        const { payload, dedupeKey } = link(grantId);
        return enqueueJob(tx, 'mail-guest-link', payload, { dedupeKey });
      });
    const queueBoth = () =>
      inTransaction((tx) => enqueueMany(tx, 'mail-guest-link', [swept, other].map(link)));
    await queueOne(swept);
    await runDueJobs(handlers);
    await database().outboxJob.updateMany({ data: { doneAt: inDays(-31) } });
    // Two workers sweep at once.
    await Promise.all([sweepDoneJobs(), sweepDoneJobs()]);
    expect(await keys()).toEqual([]);

    await queueOne(swept);
    await queueBoth();
    expect(await keys()).toEqual([`link:${other}`]);
    await runDueJobs(handlers);
    expect(mailed).toEqual([swept, other]);
  });

  it('keeps no key that names its own time or state', async () => {
    await database().outboxJob.create({
      data: {
        ...{ kind: 'mail-confirm-email', payload: {} },
        ...{ dedupeKey: 'mail-confirm-email:ten minutes', doneAt: inDays(-31) },
      },
    });
    await sweepDoneJobs();
    expect(await database().spentJobKey.count()).toBe(0);
  });

  it('deletes one batch at a time', async () => {
    await database().outboxJob.createMany({
      data: Array.from({ length: 501 }, () => ({
        ...{ kind: 'mail-confirm-email', payload: {}, doneAt: inDays(-31) },
      })),
    });
    expect(await sweepDoneJobs()).toBe(true);
    expect(await database().outboxJob.count()).toBe(1);
    expect(await sweepDoneJobs()).toBe(false);
    expect(await database().outboxJob.count()).toBe(0);
  });
});
