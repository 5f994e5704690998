import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '@/platform/time/durations';
import { jobHandlers } from '../../../src/worker/job-handlers';
import { findLiveActor } from '@/accounts/sessions/find-live-actor';
import { openSession } from '@/accounts/sessions/open-session';
import { claimTask } from '@/forecast/training/claim-task';
import { enqueueJob } from '@/jobs/enqueue-job';
import { readQueue } from '@/jobs/read-queue';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { claimCall } from '@/platform/http/call-windows';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { newDeadline } from '@/sharing/anchoring/deadline';
import { createDoctor, createPatient } from '../../support/people/factories';

/** This process's own clock is wrong from now on; the database's stays right. */
function setOwnClock(wrongBy: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + wrongBy });
}

beforeEach(async () => {
  await database().outboxJob.deleteMany();
  await database().feeTask.deleteMany();
});

afterEach(() => {
  vi.useRealTimers();
});

async function queueMail(): Promise<void> {
  const { actor } = await createDoctor();
  await inTransaction((tx) =>
    enqueueJob(tx, 'mail-doctor-decided', { accountId: actor.accountId }),
  );
}

const job = () => database().outboxJob.findFirstOrThrow();

describe.each([
  ['an hour slow', -HOUR_MS],
  ['an hour fast', HOUR_MS],
])('a machine whose clock is %s', (_, wrongBy) => {
  it('has the right time nevertheless', async () => {
    const before = await databaseNow();
    setOwnClock(wrongBy);
    expect((await databaseNow()).getTime() - before.getTime()).toBeLessThan(MINUTE_MS);
  });

  it('dates new rows by the database’s clock', async () => {
    setOwnClock(wrongBy);
    const { actor } = await createPatient();
    vi.useRealTimers();
    const { createdAt } = await database().account.findUniqueOrThrow({
      where: { id: actor.accountId },
    });
    expect(Math.abs(createdAt.getTime() - Date.now())).toBeLessThan(MINUTE_MS);
  });

  it('as a worker sends what is due', async () => {
    await queueMail();
    setOwnClock(wrongBy);
    expect(await readQueue()).toMatchObject({ dueSince: expect.any(String) as string });
    expect(await runDueJobs(jobHandlers)).toBe(1);
    vi.useRealTimers();
    const { doneAt } = await job();
    expect(Math.abs((doneAt?.getTime() ?? 0) - Date.now())).toBeLessThan(MINUTE_MS);
  });

  it('as a web server queues what others send at once', async () => {
    setOwnClock(wrongBy);
    await queueMail();
    vi.useRealTimers();
    expect(await runDueJobs(jobHandlers)).toBe(1);
  });

  it('as a worker leaves alone what another has claimed or what is not due', async () => {
    await queueMail();
    const soon = new Date(Date.now() + MINUTE_MS);
    await database().outboxJob.updateMany({ data: { claimedUntil: soon } });
    setOwnClock(wrongBy);
    expect(await runDueJobs(jobHandlers)).toBe(0);
    await database().outboxJob.updateMany({ data: { claimedUntil: null, runAfter: soon } });
    expect(await runDueJobs(jobHandlers)).toBe(0);
  });

  it('claims a task for no longer than the other workers assume', async () => {
    setOwnClock(wrongBy);
    await claimTask('refresh', 1, HOUR_MS, () => Promise.resolve('done'));
    vi.useRealTimers();
    expect(await claimTask('refresh', 1, HOUR_MS, () => Promise.resolve())).toBeUndefined();
    const task = await database().feeTask.findFirstOrThrow();
    expect(Math.abs((task.doneAt?.getTime() ?? 0) - Date.now())).toBeLessThan(MINUTE_MS);
  });

  it('neither extends nor shortens a session', async () => {
    const { actor } = await createPatient();
    setOwnClock(wrongBy);
    const sessionId = await openSession(database(), actor.accountId);
    expect(await findLiveActor(sessionId)).not.toBeNull();
    vi.useRealTimers();
    const { provedAt } = await database().session.findUniqueOrThrow({ where: { id: sessionId } });
    expect(Math.abs(provedAt.getTime() - Date.now())).toBeLessThan(MINUTE_MS);
    expect(await findLiveActor(sessionId)).not.toBeNull();
    await database().session.update({
      where: { id: sessionId },
      data: { expiresAt: new Date(Date.now() - MINUTE_MS) },
    });
    setOwnClock(wrongBy);
    expect(await findLiveActor(sessionId)).toBeNull();
  });

  it('counts calls in the same window as the others, and gives the same time to send', async () => {
    const limit = { calls: 1, minutes: 15 };
    const caller = `caller ${wrongBy}`;
    await claimCall('clock test', caller, limit);
    setOwnClock(wrongBy);
    await expect(claimCall('clock test', caller, limit)).rejects.toMatchObject({
      code: 'too-many-requests',
    });
    const deadline = await newDeadline();
    vi.useRealTimers();
    expect(Math.abs(deadline.getTime() - Date.now() - HOUR_MS)).toBeLessThan(MINUTE_MS);
  });
});
