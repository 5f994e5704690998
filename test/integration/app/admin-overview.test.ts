import { beforeAll, describe, expect, it } from 'vitest';
import { countAccounts } from '@/accounts/people/count-accounts';
import { enqueueJob } from '@/jobs/enqueue-job';
import { readQueue } from '@/jobs/read-queue';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { readFollowerPosition } from '@/registry/follower/read-follower-position';
import { countReports } from '@/reports/lists/count-reports';
import { createApprovedRow } from '../../support/reports/approved-report';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../support/people/factories';

let admin: Person;
let doctor: Person;
let patient: Person;

beforeAll(async () => {
  admin = await createAdmin();
  doctor = await createDoctor();
  patient = await createPatient({ name: 'Gülşah Işıkoğlu' });
  await createDoctor({ status: 'PENDING' });
  await createDoctor({ status: 'SUSPENDED' });
  await createDoctor({ status: 'UNCONFIRMED' });
  await createApprovedRow(doctor, patient);
});

describe('an administrator sees', () => {
  it('how many people there are', async () => {
    expect(await countAccounts(admin.actor)).toEqual({
      patients: 1,
      doctors: 1,
      pending: 1,
      suspended: 1,
    });
  });

  it('how many reports stand in each state, and nothing else of them', async () => {
    const counts = await countReports(admin.actor);
    expect(counts).toMatchObject({ APPROVED: 1, DRAFT: 0, ANCHORED: 0 });
    expect(Object.values(counts).every(Number.isInteger)).toBe(true);
  });

  it('what waits in the outbox, what is tried again and what was given up', async () => {
    const { accountId } = patient.actor;
    for (let i = 0; i < 3; i += 1) {
      await enqueueJob(database(), 'mail-already-registered', { accountId });
    }
    const jobs = await database().outboxJob.findMany({ orderBy: { id: 'asc' } });
    const [retried, givenUp] = jobs.slice(1);
    await database().outboxJob.update({
      where: { id: retried?.id ?? 0n },
      data: { lastError: 'mail-unavailable', runAfter: new Date(Date.now() + MINUTE_MS) },
    });
    await database().outboxJob.update({
      where: { id: givenUp?.id ?? 0n },
      data: { lastError: 'mail-unavailable', failedAt: new Date(), attempts: 30 },
    });
    const queue = await readQueue();
    expect(queue).toMatchObject({ waiting: 2, retrying: 1, failed: 1 });
    expect(queue).toMatchObject({ hasMoreWaiting: false, hasMoreFailed: false });
    expect(queue.dueSince).not.toBeNull();
    expect(queue.failures).toMatchObject([
      {
        id: String(givenUp?.id),
        kind: 'mail-already-registered',
        attempts: 30,
        lastError: 'mail-unavailable',
      },
    ]);
    expect(JSON.stringify(queue)).not.toContain(accountId);
  });

  it('where the follower stands', async () => {
    const position = await readFollowerPosition();
    expect(position).toMatchObject({ readUpTo: null, movedAt: null, confirmations: 2 });
    expect(position.head).toBeGreaterThan(0);
  });
});

it('only an administrator counts people or reports', async () => {
  for (const { actor } of [doctor, patient]) {
    await expect(countAccounts(actor)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(countReports(actor)).rejects.toMatchObject({ code: 'forbidden' });
  }
});
